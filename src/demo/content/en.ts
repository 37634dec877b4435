import type { Talk } from './talk.js';

export const ENGLISH: Talk = {
  lang: 'en',
  openers: [
    'Let me add one thing.',
    'This is how it looks from where I stand.',
    'I would like to come back to this.',
    'One thought for the record.',
  ],
  points: {
    food: [
      'A school kitchen that buys from nearby farms teaches two lessons at once: what people eat, and who grows it.',
      'Seed that farmers may save and exchange is worth more in a bad year than seed that must be bought again.',
      'Before we speak of growing more, let us speak of losing less: cool storage close to the field, and roads that stay open in the rain.',
      'Prices should be agreed before sowing, not after the harvest, when the grower can no longer say no.',
      'Herders and growers need the same land at different times of the year; a calendar agreed in spring can prevent a quarrel in autumn.',
    ],
    water: [
      'Whoever lives downstream should be in the room when the timetable of a reservoir is decided.',
      'Publish the measurements first. People who argue from the same figures argue better.',
      'Groundwater is shared even where nobody has agreed to share it: a well on one side is felt on the other.',
      'Repairing a leaking canal is dull work, and it may be the cheapest new source we have.',
      'An agreement about a dry year is easiest to reach in a wet one.',
    ],
    energy: [
      'A village that owns a share of its wind farm will look after it; one that only looks at it may not.',
      'Let us ask what the electricity is for before we ask where it comes from.',
      'When a mine or a power station closes, the plan for those who worked there should be ready before the last shift.',
      'Cooking over smoke is an energy question too, and we should ask those who breathe it first.',
      'A grid that crosses borders makes neighbours depend on each other. That is a risk, and it can be a reason to keep talking.',
    ],
    mediation: [
      'A mediator who comes from neither side still has to learn both languages, and I do not mean only the spoken ones.',
      'Write down what was agreed in the words of those who agreed. The lawyers can come afterwards.',
      'Silence in the room is not consent. Ask those who have not spoken, and ask them where they feel safe.',
      'It helps to settle first how we will disagree: who speaks, for how long, and who keeps the record.',
      'Small agreements that are kept build more trust than a large one that waits for signatures.',
    ],
  },
  replies: [
    'I agree with the aim. Who would look after it in the second year?',
    'Could this also work where there is no road in winter?',
    'It might be wise to begin with people who already trust each other.',
    'I see it differently: the rule matters less than who may change it.',
    'What would those say who are not in this room?',
    'Thank you, that is clearer than how I had put it.',
    'Yes, on one condition: that the costs are published beside the benefits.',
    'Perhaps we can agree on a trial for one season and meet again.',
  ],
  asks: {
    food: 'On seed that is saved and passed on',
    water: 'A reading from the gauge at the lower bridge',
    energy: 'Who keeps the lamps lit when the line is down',
    mediation: 'How we learned to disagree last spring',
  },
};
