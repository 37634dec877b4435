import { describe, expect, it } from '@jest/globals';
import { decided, panelOf, submitted } from '../../testing/entries.js';
import type { DocketEvent, PanelEvent } from '../events.js';

const about = { contributionId: 'c1' };
const taken: DocketEvent = { type: 'Taken', ...about, by: 'mo', until: 120_000 };
const undone: DocketEvent = { type: 'DecisionUndone', ...about, by: 'mo' };

describe('folding the docket', () => {
  it.each([
    ['waiting', 'waiting', true, 0],
    ['review', 'review', true, 0],
    ['through', 'published', false, 1],
  ] as const)('[R1] a contribution on the path %s is %s', (path, standing, waits, published) => {
    const { docket } = panelOf(submitted('c1', 'ana', { path }));

    expect(docket.items.get('c1')).toMatchObject({ standing, author: 'ana', submittedAt: 0, readyAt: 0 });
    expect(docket.waiting.has('c1')).toBe(waits);
    expect(docket.authors.get('ana')).toEqual({
      revision: 1,
      items: ['c1'],
      proposals: [],
      lastSubmittedAt: 0,
      published,
    });
  });

  it.each([
    ['publish', 'published', 1],
    ['decline', 'declined', 0],
    ['revise', 'revise', 0],
    ['redact', 'redacted', 0],
  ] as const)('[R1] the verdict %s ends the wait and the lease', (verdict, standing, published) => {
    const { docket } = panelOf(submitted('c1'), taken, decided('c1', verdict));

    expect(docket.items.get('c1')).toMatchObject({
      standing,
      lease: null,
      decisions: [{ verdict, from: 'waiting', at: 2000 }],
    });
    expect(docket.waiting.size + docket.leased.size).toBe(0);
    expect(docket.authors.get('ana')).toMatchObject({ published, revision: 2 });
  });

  it('[Q5] an undone decision gives the item its place back, without a lease', () => {
    const { docket } = panelOf(submitted('c1'), taken, decided('c1', 'publish'), undone);

    expect(docket.items.get('c1')).toMatchObject({
      standing: 'waiting',
      readyAt: 0,
      lease: null,
      decisions: [{ undone: true }],
    });
    expect([...docket.waiting.keys()]).toEqual(['c1']);
    expect(docket.authors.get('ana')).toMatchObject({ published: 0, revision: 3 });
  });

  it('[Q5] editing keeps the place, coming back after a request to revise starts a new wait', () => {
    const edited: DocketEvent = { type: 'Edited', ...about, body: { text: 'edited', lang: 'en' } };
    const again: DocketEvent = { type: 'Resubmitted', ...about, body: { text: 'revised', lang: 'fr' } };

    expect(panelOf(submitted('c1'), edited).docket.items.get('c1')).toMatchObject({ text: 'edited', readyAt: 0 });
    const anew: DocketEvent = { ...edited, anew: true };
    expect(panelOf(submitted('c1'), anew).docket.items.get('c1')).toMatchObject({ submittedAt: 0, readyAt: 1000 });
    expect(panelOf(submitted('c1'), edited, decided('c1', 'revise'), again).docket.items.get('c1')).toMatchObject({
      standing: 'waiting',
      text: 'revised',
      lang: 'fr',
      readyAt: 3000,
      submittedAt: 0,
      resubmissions: 1,
      earlier: [
        { text: 'words of c1', lang: 'en', at: 1000 },
        { text: 'edited', lang: 'en', at: 3000 },
      ],
    });
  });

  it('[R1] a reversal stands beside the decision it overturns', () => {
    const reversed: DocketEvent = {
      type: 'DecisionReversed',
      ...about,
      by: 'mia',
      verdict: 'publish',
      rule: null,
      body: { note: 'on topic after all' },
    };
    const { docket } = panelOf(submitted('c1'), decided('c1', 'decline'), reversed);

    expect(docket.items.get('c1')).toMatchObject({
      standing: 'published',
      decisions: [
        { by: 'mo', verdict: 'decline', undone: false, reversal: false },
        { by: 'mia', verdict: 'publish', undone: false, reversal: true, from: 'declined', note: 'on topic after all' },
      ],
    });
    expect(docket.authors.get('ana')?.published).toBe(1);
  });

  it('[V11] being taken, held and released does not move an author’s revision', () => {
    const renewed: PanelEvent = { type: 'LeaseRenewed', ...about, until: 240_000 };
    const held = panelOf(submitted('c1'), taken, renewed).docket;
    const released = panelOf(submitted('c1'), taken, renewed, { type: 'Released', ...about }).docket;

    expect(held.items.get('c1')?.lease).toEqual({ by: 'mo', until: 240_000, since: 1000 });
    expect(held.authors.get('ana')?.revision).toBe(1);
    expect(released.items.get('c1')?.lease).toBeNull();
    expect(released.authors.get('ana')?.revision).toBe(1);
  });

  it('[R4] a withdrawn item keeps none of its words', () => {
    const edited: DocketEvent = { type: 'Edited', ...about, body: { text: 'edited', lang: 'en' } };
    const { docket } = panelOf(submitted('c1'), edited, { type: 'Withdrawn', ...about });

    expect(docket.items.get('c1')).toMatchObject({ standing: 'withdrawn', text: '', earlier: [] });
    expect(docket.waiting.size).toBe(0);
  });

  it('[R1] a proposal waits until it is decided', () => {
    const proposed: DocketEvent = {
      type: 'ThreadProposed',
      threadId: 't2',
      body: { title: 'Canals', lang: 'en', author: 'ana' },
    };
    const declined: DocketEvent = {
      type: 'ThreadProposalDecided',
      threadId: 't2',
      by: 'mo',
      verdict: 'decline',
      rule: null,
      body: { note: 'we have one' },
    };

    expect(panelOf(proposed).docket.proposals.get('t2')).toMatchObject({ title: 'Canals', decision: null });
    expect(panelOf(proposed, declined).docket.proposals.get('t2')).toMatchObject({
      decision: { at: 1000, verdict: 'decline', note: 'we have one' },
    });
    expect(panelOf(proposed, declined).docket.authors.get('ana')).toMatchObject({ proposals: ['t2'], revision: 2 });
  });

  it('[V7] remembers the latest twenty items a moderator decided, newest last', () => {
    const many = Array.from({ length: 25 }, (_, n) => [submitted(`c${n}`), decided(`c${n}`, 'publish')]).flat();
    const { docket } = panelOf(...many, decided('c10', 'decline'));

    expect(docket.decided.get('mo')).toHaveLength(20);
    expect(docket.decided.get('mo')?.at(-1)).toBe('c10');
    expect(docket.decided.get('mo')).not.toContain('c4');
  });
});
