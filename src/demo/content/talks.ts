import { ARABIC } from './ar.js';
import { CHINESE } from './zh.js';
import { ENGLISH } from './en.js';
import { FRENCH } from './fr.js';
import { KAZAKH } from './kk.js';
import { RUSSIAN } from './ru.js';
import { SPANISH } from './es.js';
import type { Talk } from './talk.js';

export const TALKS: readonly Talk[] = [ENGLISH, KAZAKH, ARABIC, RUSSIAN, FRENCH, SPANISH, CHINESE];
