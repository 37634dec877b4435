import type { HouseRule } from './events.js';

/**
 * The rules a panel begins with. The ids are for ever: decisions and statements of reasons name them. They speak of what
 * is written, never of who writes, so that a moderator can apply them without knowing the author.
 */
export const HOUSE_RULES: readonly HouseRule[] = [
  {
    id: 'on-topic',
    title: 'Speak to the topic',
    text: 'Write about what this panel and this thread discuss. If your point belongs elsewhere, move it there or propose a thread for it.',
  },
  {
    id: 'no-personal-attacks',
    title: 'Argue with the point, not the person',
    text: 'Disagree as firmly as you like with what somebody says. Do not insult, mock or threaten the one who says it.',
  },
  {
    id: 'no-hate',
    title: 'Nobody is attacked for what they are',
    text: 'Do not demean people, or call for harm to them, for their origin, language, skin, faith, sex, gender, sexuality, age, health or disability.',
  },
  {
    id: 'private-data',
    title: 'Leave other people’s private lives out',
    text: 'Do not publish addresses, numbers, documents or other private facts about somebody without their consent.',
  },
  {
    id: 'no-deception',
    title: 'Speak as yourself, and in good faith',
    text: 'Do not pose as another person or body, and do not state as fact what you know to be false.',
  },
  {
    id: 'no-repetition',
    title: 'Once is enough',
    text: 'Do not post the same thing again and again, and do not advertise. If the point has been made, support that contribution instead.',
  },
  {
    id: 'no-endangering',
    title: 'Put nobody in danger',
    text: 'Do not write anything that could expose a person to harm, such as where somebody at risk can be found, or a call to hurt somebody or oneself.',
  },
];
