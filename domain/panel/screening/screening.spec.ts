import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { panelOpened, publication, published, submitted, trusted } from '../../testing/facts.js';
import { given, type Given } from '../../testing/given.js';
import { moderator, participant } from '../../testing/people.js';
import type { PanelEvent, Screen } from '../events.js';
import { SYSTEM } from '../roles.js';
import { canonicalState } from '../snapshot.js';
import { deskView } from '../visibility.js';
import { fingerprint } from './fingerprint.js';
import { screening, SCREENS } from './screening.js';

const plain = { text: 'Who owns the well?', lang: 'en', isNew: false, isSaid: false, isListed: () => false };
const everything = {
  text: `https://a.example ${'word '.repeat(400)}`,
  lang: 'en',
  isNew: true,
  isSaid: true,
  isListed: () => true,
};

describe('screening', () => {
  it.each([
    ['links', { text: 'Look at www.example' }, { hold: true, labels: ['links'] }],
    ['links', { text: 'смотри пример.ru' }, { hold: true, labels: ['links'] }],
    ['links', { text: 'It cost 3.50.Then nothing' }, { hold: false, labels: [] }],
    ['length', { text: 'я'.repeat(1501) }, { hold: false, labels: ['long'] }],
    ['length', { text: 'я'.repeat(1500) }, { hold: false, labels: [] }],
    ['repeats', { isSaid: true }, { hold: true, labels: ['repeat'] }],
    ['words', { isListed: () => true }, { hold: true, labels: ['words'] }],
    ['newcomers', { isNew: true }, { hold: true, labels: [] }],
  ] as const)('[M40] looks at %s: %j', (phase, screened, found) => {
    expect(screening({ ...plain, ...screened }, [phase])).toEqual(found);
    expect(screening({ ...plain, ...screened }, [])).toEqual({ hold: false, labels: [] });
  });

  it('[M40] has a fixed order, and comes to nothing but holding and labels', () => {
    expect(SCREENS).toEqual(['length', 'links', 'repeats', 'words', 'newcomers']);
    const found = screening(everything, SCREENS.toReversed());
    expect(found).toEqual({ hold: true, labels: ['long', 'links', 'repeat', 'words'] });
    expect(Object.keys(found)).toEqual(['hold', 'labels']);
  });

  it('[M40] costs little however hostile a text is', () => {
    const began = performance.now();
    for (const part of ['a-', 'a.', '.', 'https:/', 'www']) {
      screening({ ...plain, text: part.repeat(32_768 / part.length) }, SCREENS);
      fingerprint(part.repeat(32_768 / part.length));
    }
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('[M40] takes texts for the same that differ in case, spaces and signs alone', () => {
    expect(fingerprint('Who owns the well?')).toBe(fingerprint('  who OWNS — the ｗｅｌｌ '));
    expect(fingerprint('Кімнің құдығы?')).not.toBe(fingerprint('Кимнин кудыгы?'));
    expect(fingerprint('?! …')).toBe('');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => fingerprint(text) === fingerprint(text.normalize('NFC'))),
    );
  });
});

describe('what screening does to a contribution', () => {
  const open = (mode: 'after' | 'trusted' | 'before', ...screens: Screen[]) =>
    given(panelOpened, publication(mode, 1), treated(screens));
  const say = (panel: Given, text: string) =>
    panel.when(participant, { type: 'submit', threadId: 't1', kind: 'comment', text, lang: 'en' });

  it('[M41] is held for a moderator, whatever the mode, with a word for the desk', () => {
    const after = say(open('after', 'links'), 'See www.example').answers({
      contributionId: 'new',
      standing: 'waiting',
    }).after;
    expect(after.panel.record.contributions.size).toBe(0);
    expect(labelsAtDesk(after.held('new'), 'new')).toEqual(['links']);
    say(open('after', 'links'), 'See the map').answers({ contributionId: 'new', standing: 'published' });
  });

  it('[M41] holds what a trusted author says twice', () => {
    const known = open('trusted', 'repeats').and(published('c1', { text: 'Who owns it?' }));
    say(known, 'who owns it').answers({ contributionId: 'new', standing: 'waiting' });
    say(known, 'And who cleans it?').answers({ contributionId: 'new', standing: 'published' });
    const withdrawn = open('trusted', 'repeats').and(published('c1'), submitted('c2', { text: 'Twice' }));
    say(withdrawn.and({ type: 'Withdrawn', contributionId: 'c2' }), 'Twice').answers({
      contributionId: 'new',
      standing: 'published',
    });
  });

  it('[M41] says nothing about people: a newcomer is held without a word', () => {
    const first = say(open('after', 'newcomers'), 'Hello').answers({
      contributionId: 'new',
      standing: 'waiting',
    }).after;
    expect(labelsAtDesk(first.held('new'), 'new')).toEqual([]);
    say(open('after', 'newcomers').and(published('c1')), 'Hello').answers({
      contributionId: 'new',
      standing: 'published',
    });
  });

  it('[M41] is looked at anew when the text is another one', () => {
    const linked = say(open('before', 'links'), 'See www.example').after;
    const edited = linked.when(participant, { type: 'edit', contributionId: 'new', text: 'See the map' }).after;
    expect(labelsAtDesk(edited.held('new'), 'new')).toEqual([]);
  });
});

describe('an outside service', () => {
  const noticed = { type: 'screen', contributionId: 'c1', labels: ['spam', 'insult'], hold: true, edits: 0 } as const;

  it('[M43] that is sure of everything changes nothing anybody sees', () => {
    for (const facts of [published('c1'), trusted('c1'), [submitted('c1')]]) {
      const before = given(panelOpened, facts);
      const after = before.when(SYSTEM, noticed).after;
      expect(canonicalState(after.panel.record)).toBe(canonicalState(before.panel.record));
    }
  });

  it('[M43] can have what was published unread be read, and say why in words of ours', () => {
    const after = given(panelOpened, trusted('c1')).when(SYSTEM, { ...noticed, labels: ['spam', 'from abroad'] }).after;
    const read = after.when(moderator, { type: 'takeNext' }).answers({ contributionId: 'c1' }).after;
    expect(labelsAtDesk(read, 'c1')).toEqual(['spam']);
    read.when(moderator, { type: 'publish', contributionId: 'c1' }).erases();
  });

  it('[M41] is not heard about words that were changed meanwhile', () => {
    const edited = given(panelOpened, submitted('c1')).when(participant, {
      type: 'edit',
      contributionId: 'c1',
      text: 'Whose is the well?',
    }).after;
    edited.when(SYSTEM, noticed).refuses('not-pending');
    expect(labelsAtDesk(edited.when(SYSTEM, { ...noticed, edits: 1 }).after.held('c1'), 'c1')).toEqual([
      'spam',
      'insult',
    ]);
  });

  it('[M43] is heard once, and not about what was withdrawn', () => {
    given(panelOpened, submitted('c1')).when(SYSTEM, noticed).after.when(SYSTEM, noticed).refuses('already-so');
    given(panelOpened, submitted('c1'), { type: 'Withdrawn', contributionId: 'c1' })
      .when(SYSTEM, noticed)
      .refuses('not-pending');
  });
});

function treated(screens: readonly Screen[]): PanelEvent {
  return { type: 'TreatmentSet', secondLook: 'off', differ: 'publish', screening: screens };
}

function labelsAtDesk({ panel, at }: Given, id: string) {
  const { held } = deskView('panel', panel, { seat: 'moderator', at, revision: 1, nameOf: (by) => by });
  return held.find(({ contributionId }) => contributionId === id)?.labels;
}
