import type { Line } from '../story.js';

/** Of the panel to replay: measuring together. */
export const MEASURING: readonly Line[] = [
  {
    at: 455,
    by: 'mateo',
    thread: 'measure',
    kind: 'question',
    lang: 'es',
    text: '¿Quién guarda el cuaderno de las lecturas, y quién puede leerlo?',
    votes: [9, 1, 0],
    renderings: { en: 'Who keeps the book of the readings, and who may read it?' },
    posed: {
      to: ['yerlan'],
      answers: [
        {
          by: 'yerlan',
          after: 110,
          lang: 'kk',
          text: 'Екі дәптер болсын: бірі диірменде, бірі мектепте. Келген кез келген адам оқи алады.',
          renderings: {
            en: 'Let there be two books, one at the mill and one at the school. Whoever comes may read them.',
          },
        },
      ],
    },
  },
  {
    at: 520,
    by: 'chloe',
    thread: 'measure',
    lang: 'fr',
    as: 'gauge',
    text: 'Avant de partager l’eau, partageons la mesure : une seule échelle, lue le même jour par une personne de chaque rive.',
    votes: [10, 1, 1],
    renderings: {
      en: 'Before we share the water, let us share the measuring: one gauge, read on the same day by one person from each bank.',
      es: 'Antes de compartir el agua, compartamos la medición: una sola escala, leída el mismo día por una persona de cada orilla.',
    },
  },
  {
    at: 565,
    by: 'siyuan',
    thread: 'measure',
    to: 'gauge',
    lang: 'zh-Hans',
    text: '读尺的人最好每季轮换：会读的人越多，怀疑的人就越少。',
    votes: [7, 2, 0],
    renderings: {
      en: 'Let those who read take turns, season by season: the more people can read it, the fewer doubt it.',
    },
  },
  {
    at: 610,
    by: 'grace',
    thread: 'measure',
    to: 'gauge',
    lang: 'en',
    text: 'And paint it where children pass on their way to school. A number everybody has seen is hard to change at night.',
    votes: [8, 3, 0],
  },
  {
    at: 655,
    by: 'camille',
    thread: 'measure',
    to: 'gauge',
    lang: 'fr',
    text: 'Chez nous, la crue a emporté l’échelle. Pourrait-on en graver une dans la pierre du pont ?',
    votes: [8, 1, 0],
    renderings: {
      en: 'Where we live, the flood took the gauge away. Could one be carved into the stone of the bridge?',
    },
  },
  {
    at: 700,
    by: 'wenjing',
    thread: 'measure',
    kind: 'question',
    lang: 'zh-Hans',
    as: 'differ',
    text: '如果两边读出的数字不一样，以谁的为准？',
    votes: [6, 2, 0],
    renderings: { en: 'If the two sides read different numbers, whose counts?' },
    posed: {
      to: ['marisol'],
      answers: [
        {
          by: 'marisol',
          after: 70,
          lang: 'es',
          text: 'La de ninguno: al día siguiente se lee de nuevo, juntos, y hasta entonces vale la más baja.',
          renderings: {
            en: 'Neither: the next day it is read again, together, and until then the lower one holds.',
            'zh-Hans': '都不算：第二天双方一起重新读数，在此之前以较低的数字为准。',
          },
        },
      ],
    },
  },
  {
    at: 770,
    by: 'daulet',
    thread: 'measure',
    lang: 'kk',
    text: 'Әжем өткел туралы ән айтатын: «Су тізеден келсе — өт, белден келсе — күт».',
    votes: [11, 1, 0],
    outcome: {
      decline: 'on-topic',
      note: 'A fine song. This thread is about measuring; the song would be welcome in the break.',
      again: 'Warm, but I cannot see what it has to do with the gauge.',
      appeal: {
        after: 60,
        note: 'Бұл ән өлшеу туралы. Рейка жоқ кезде ауыл суды осылай өлшеген: тізе, бел.',
        overturned: {
          after: 70,
          answer:
            'You are right: knee and waist were the gauge before there was one. We read the song and missed the measure.',
        },
      },
    },
    renderings: {
      en: 'My grandmother used to sing about the ford: “If the water comes to your knee, cross; if it comes to your waist, wait.”',
      ru: 'Бабушка пела о броде: «Вода по колено — иди, вода по пояс — жди».',
    },
  },
  {
    at: 880,
    by: 'oleg',
    thread: 'measure',
    lang: 'ru',
    as: 'photo',
    text: 'Вы там наверху всегда всё скрываете.',
    votes: [7, 2, 1],
    outcome: {
      revise: 'Please speak to the point and not about a side: what would make the readings believable to you?',
      again: {
        after: 110,
        text: 'Мне трудно верить показаниям, которых я не вижу. Пусть снимок рейки публикуют каждый день.',
      },
    },
    renderings: {
      en: 'I find it hard to believe readings I cannot see. Let a photograph of the gauge be published every day.',
    },
  },
  {
    at: 940,
    by: 'yuqing',
    thread: 'measure',
    lang: 'zh-Hans',
    text: '读数旁边也请写上那天有没有下雨。只留数字，过几年就没人记得为什么了。',
    votes: [6, 2, 0],
    renderings: {
      en: 'Beside the reading, please write whether it rained that day. With numbers alone, in a few years nobody remembers why.',
    },
  },
  {
    at: 1_010,
    by: 'saule',
    thread: 'measure',
    to: 'gauge',
    lang: 'kk',
    text: 'Келісемін. Біздің жақтан мұғалім оқысын: оған екі жағалау да сенеді.',
    votes: [6, 3, 0],
    renderings: { en: 'I agree. Let the teacher read for our side: both banks trust her.' },
  },
  {
    at: 1_065,
    by: 'rowan',
    thread: 'measure',
    lang: 'en',
    text: 'Let somebody read the number out at the market as well. Not everybody here reads, and everybody listens.',
    votes: [10, 1, 0],
  },
  {
    at: 2_330,
    by: 'chloe',
    thread: 'measure',
    lang: 'fr',
    text: 'Comment remarquer un prélèvement de nuit ? Deux lectures par jour, à l’aube et au crépuscule, suffiraient peut-être.',
    votes: [6, 3, 1],
    renderings: {
      en: 'How would we notice water taken at night? Two readings a day, at dawn and at dusk, might be enough.',
    },
  },
  {
    at: 2_400,
    by: 'sami',
    thread: 'measure',
    to: 'gauge',
    lang: 'ar',
    text: 'ليقرأ المقياسَ اثنان معًا، لا واحد بعد الآخر: من ينتظر صاحبه يتحدّث معه.',
    votes: [7, 2, 0],
    renderings: {
      en: 'Let two read the gauge together, not one after the other: whoever waits for the other talks with them.',
    },
  },
];
