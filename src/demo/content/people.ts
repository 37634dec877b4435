import { LOWER, NEW_LOWER, NEW_UPPER, UPPER } from './groups.js';

export interface Person {
  readonly name: string;
  /** What this person speaks. */
  readonly lang: string;
  readonly groups: readonly string[];
}

/** Given names of nobody in particular. Newcomers are added at the end: what is kept between two starts counts from the first. */
export const PEOPLE = {
  hazel: { name: 'Hazel', lang: 'en', groups: LOWER },
  rowan: { name: 'Rowan', lang: 'en', groups: NEW_UPPER },
  aigerim: { name: 'Айгерім', lang: 'kk', groups: NEW_LOWER },
  nurlan: { name: 'Нұрлан', lang: 'kk', groups: NEW_UPPER },
  layla: { name: 'ليلى', lang: 'ar', groups: NEW_LOWER },
  sami: { name: 'سامي', lang: 'ar', groups: UPPER },
  lidia: { name: 'Лидия', lang: 'ru', groups: UPPER },
  timofey: { name: 'Тимофей', lang: 'ru', groups: LOWER },
  camille: { name: 'Camille', lang: 'fr', groups: NEW_LOWER },
  etienne: { name: 'Étienne', lang: 'fr', groups: NEW_UPPER },
  ines: { name: 'Inés', lang: 'es', groups: NEW_UPPER },
  mateo: { name: 'Mateo', lang: 'es', groups: NEW_LOWER },
  yuqing: { name: '雨晴', lang: 'zh-Hans', groups: LOWER },
  siyuan: { name: '思远', lang: 'zh-Hans', groups: UPPER },
  grace: { name: 'Grace', lang: 'en', groups: UPPER },
  saule: { name: 'Сәуле', lang: 'kk', groups: LOWER },
  oleg: { name: 'Олег', lang: 'ru', groups: LOWER },
  hanan: { name: 'حنان', lang: 'ar', groups: LOWER },
  chloe: { name: 'Chloé', lang: 'fr', groups: UPPER },
  tomas: { name: 'Tomás', lang: 'es', groups: UPPER },
  wenjing: { name: '文静', lang: 'zh-Hans', groups: UPPER },
  jun: { name: '俊', lang: 'zh-Hans', groups: NEW_LOWER },
  amal: { name: 'أمل', lang: 'ar', groups: NEW_UPPER },
  daulet: { name: 'Дәулет', lang: 'kk', groups: NEW_LOWER },
} satisfies Record<string, Person>;

export type PersonKey = keyof typeof PEOPLE;

/** Whoever runs a panel of the demonstration, and who answers in it. */
export const CREW = {
  host: { name: 'Dana', role: 'host' },
  moderator: { name: 'Farid', role: 'moderator' },
  second: { name: 'Malika', role: 'moderator' },
  interpreter: { name: 'Noor', role: 'interpreter' },
  yerlan: { name: 'Ерлан', role: 'panellist', groups: LOWER },
  marisol: { name: 'Marisol', role: 'panellist', groups: UPPER },
} as const;

/** Everybody but those who were not there. */
export function participantsBut(...absent: readonly PersonKey[]) {
  const here = Object.entries(PEOPLE).filter(([key]) => !absent.some((one) => one === key));
  return Object.fromEntries(
    here.map(([key, { name, groups }]) => [key, { name, groups, role: 'participant' as const }]),
  );
}
