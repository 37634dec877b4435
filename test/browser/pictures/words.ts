export const ARABIC = 'كيف نتقاسم المياه في السنوات الجافة حين لا تكفي البئر للجميع؟';

export const LONG_TITLE =
  'What the villages along the upper canal owe to those along the lower one, in a year in which there is not enough';

export const LONG = [
  ['A short beginning.', 'en'],
  [paragraphs('The gauge at the bridge is read every morning, and nobody writes down by whom. '), 'en'],
  [`One word without an end: ${'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6)}`, 'de'],
  [paragraphs('حين حفرنا البئر لم نسأل جيراننا. كان حقًّا لنا، لكنه لم يكن حكمة. '), 'ar'],
  ['जब पानी कम हो, तब बाँटने का नियम पहले से लिखा होना चाहिए। क्षेत्रीय परिषद् हर सप्ताह उसे पढ़े।', 'hi'],
] as const;

/** What the participant of the pictures said, by what became of it. */
export const MINE = {
  published: 'Should whoever opens the gate tell the next village an hour before?',
  declined: 'The next village should be told before the gate is opened.',
  why: 'It says what you said a moment ago. What would you add to it?',
  revise: 'Those people upstream never keep their word.',
  how: 'Please say what happened and when, without speaking of people as a kind.',
  waiting: 'Could the gate be opened at the same hour every day, so that nobody has to ask?',
} as const;

function paragraphs(sentence: string): string {
  return Array.from({ length: 5 }, () => sentence.repeat(5).trim()).join('\n\n');
}
