export const DEMO_FORUM = {
  slug: 'demo',
  title: 'Demonstration forum',
  description:
    'Food, water, energy, and how to agree on them. Everything here was written to show how the forum works: nobody in it is a real person, and no figure in it is a fact.',
} as const;

/** The panel that is still to come. */
export const TO_COME = {
  title: 'After the harvest: what do we keep in common?',
  description:
    'A panel to come. Threads stand ready; anybody may propose another one before it opens. Written for demonstration.',
  languages: ['en', 'kk', 'ar', 'ru', 'fr', 'es', 'zh-Hans'],
  threads: [
    { title: 'Granaries, mills and ovens', lang: 'en' },
    { title: 'Ортақ жайылым және ортақ жауапкершілік', lang: 'kk' },
    { title: 'ما نتقاسمه وما نحتفظ به', lang: 'ar' },
  ],
} as const;
