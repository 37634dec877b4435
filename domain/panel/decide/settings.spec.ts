import { describe, it } from '@jest/globals';
import { given } from '../../testing/given.js';
import {
  offTopic,
  panelClosed,
  panelDrafted,
  panelOpened,
  panelPaused,
  posed,
  publication,
  published,
} from '../../testing/facts.js';
import { host, interpreter, moderator, panellist } from '../../testing/people.js';
import { HOUSE_RULES } from '../house-rules.js';
import type { PanelEvent } from '../events.js';
import { HOLDING_SLOW_MODE_S, SLOW_MODE_MAX_S } from '../limits.js';

describe('amending a panel', () => {
  it('[H4] records only what changes', () => {
    given(panelDrafted)
      .when(host, { type: 'amendPanel', title: 'Wells', languages: ['en', 'kk'] })
      .then({ type: 'PanelAmended', title: 'Wells' });
    given(panelDrafted)
      .when(host, { type: 'amendPanel', description: 'Whose?', languages: ['kk', 'en'] })
      .then({ type: 'PanelAmended', description: 'Whose?', languages: ['kk', 'en'] });
  });

  it('[H4] empties a description', () => {
    given(panelDrafted, { type: 'PanelAmended', description: 'Whose?' })
      .when(host, { type: 'amendPanel', description: '' })
      .then({ type: 'PanelAmended', description: '' });
  });

  it('[H4] is refused when nothing changes', () => {
    given(panelDrafted).when(host, { type: 'amendPanel' }).refuses('already-so');
    given(panelDrafted).when(host, { type: 'amendPanel', title: 'Water for the valley' }).refuses('already-so');
  });

  it.each([
    ['title', { title: '' }, 'bad-text'],
    ['description', { description: ' \n' }, 'bad-text'],
    ['languages', { languages: ['?'] }, 'bad-request'],
  ] as const)('[H4] names %s as the field at fault in %j', (field, wrong, code) => {
    given(panelDrafted)
      .when(host, { type: 'amendPanel', ...wrong })
      .refuses(code, { field });
  });
});

describe('how a panel publishes', () => {
  it('[H4] changes mode and keeps the trust it asks for', () => {
    given(panelOpened, publication('before', 5))
      .when(host, { type: 'setPublication', mode: 'trusted' })
      .then({ type: 'PublicationSet', mode: 'trusted', trustedAfter: 5 });
  });

  it('[H4] changes the trust it asks for', () => {
    given(panelOpened)
      .when(host, { type: 'setPublication', mode: 'before', trustedAfter: 1 })
      .then({ type: 'PublicationSet', mode: 'before', trustedAfter: 1 });
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity])('[H4] trusts nobody after %d contributions', (trustedAfter) => {
    given(panelOpened)
      .when(host, { type: 'setPublication', mode: 'trusted', trustedAfter })
      .refuses('bad-request', { field: 'trustedAfter' });
  });

  it('[H4] is refused when it is so', () => {
    given(panelOpened).when(host, { type: 'setPublication', mode: 'before' }).refuses('already-so');
  });
});

describe('holding everything', () => {
  const hold = { type: 'holdEverything' } as const;
  const allHeld: PanelEvent = { type: 'PanelPaused', reason: '', holding: true };
  const before = publication('before', 5);
  const slow: PanelEvent = { type: 'SlowModeSet', seconds: HOLDING_SLOW_MODE_S };

  it('[H11] pauses, has everything read first and slows down, in one decision', () => {
    given(panelOpened, publication('trusted', 5)).when(moderator, hold).then(allHeld, before, slow);
  });

  it('[H11] changes only what does not hold yet, and makes nothing quicker', () => {
    given(panelOpened).when(moderator, hold).then(allHeld, slow);
    const aBreak = { type: 'PanelPaused', reason: 'A break' } as const;
    given(panelOpened, aBreak, publication('after', 5))
      .when(host, hold)
      .then({ ...aBreak, holding: true }, before, slow);
    given(panelOpened, allHeld).when(host, hold).then(slow);
    given(panelOpened, publication('after', 5), { type: 'SlowModeSet', seconds: 61 })
      .when(host, hold)
      .then(allHeld, before);
  });

  it('[H13] lets nobody but a moderator publish until it goes on, neither an answer nor a rendering', () => {
    const asked = given(panelOpened, published('c1'), published('c2', { text: 'Why?' }), posed('c1'));
    const held = asked.when(moderator, hold).after;
    const answer = { type: 'answer', contributionId: 'c1', text: 'The village', lang: 'en' } as const;
    const render = { type: 'render', contributionId: 'c1', text: 'Кімдікі?', lang: 'kk' } as const;
    held.when(panellist, answer).refuses('panel-not-open');
    held.when(interpreter, render).refuses('panel-not-open');
    for (const free of [asked, asked.and(panelPaused), held.when(host, { type: 'resumePanel' }).after]) {
      free.when(panellist, answer).answers({ contributionId: 'new' });
      free.when(interpreter, render).answers({});
    }
    held.and(panelClosed).when(interpreter, render).answers({});
  });

  it('[H11] is refused when everything is held', () => {
    given(panelOpened).when(host, hold).after.when(moderator, hold).refuses('already-so');
  });
});

describe('slow mode', () => {
  it('[H4] is set in whole seconds, and ended with none', () => {
    given(panelOpened).when(moderator, { type: 'setSlowMode', seconds: 30 }).then({ type: 'SlowModeSet', seconds: 30 });
    given(panelOpened, { type: 'SlowModeSet', seconds: 30 })
      .when(moderator, { type: 'setSlowMode', seconds: 0 })
      .then({ type: 'SlowModeSet', seconds: 0 });
  });

  it.each([-1, 0.5, SLOW_MODE_MAX_S + 1, Number.NaN])('[H4] is not %d seconds', (seconds) => {
    given(panelOpened).when(host, { type: 'setSlowMode', seconds }).refuses('bad-request', { field: 'seconds' });
  });

  it('[H4] is refused when it is so', () => {
    given(panelOpened).when(host, { type: 'setSlowMode', seconds: 0 }).refuses('already-so');
  });
});

describe('house rules', () => {
  it('[H5] are replaced as a whole', () => {
    given(panelOpened)
      .when(host, { type: 'setRules', rules: [offTopic] })
      .then({ type: 'RulesSet', rules: [offTopic] });
  });

  it('[H5] are at least one, each id once, in words that can be shown', () => {
    given(panelOpened).when(host, { type: 'setRules', rules: [] }).refuses('bad-request', { field: 'rules' });
    given(panelOpened)
      .when(host, { type: 'setRules', rules: [offTopic, offTopic] })
      .refuses('bad-request', { field: 'rules' });
    given(panelOpened)
      .when(host, { type: 'setRules', rules: [{ ...offTopic, title: 'a\nb' }] })
      .refuses('bad-text', { field: 'rules' });
  });

  it('[H5] are refused when they are so', () => {
    given(panelOpened).when(host, { type: 'setRules', rules: HOUSE_RULES }).refuses('already-so');
  });
});
