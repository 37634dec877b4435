import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { LANGUAGES_MAX, RULES_MAX } from '../../domain/panel/limits.js';
import type { MessageName, Messages } from '../../domain/wire/protocol.js';
import { isMessageName, MESSAGE_DTOS } from './messages.js';
import { fieldsOf } from './shape.js';
import { validate } from './validate.js';

const ID = '0198c0de-0000-7000-8000-00000000000a';
const OTHER = '0198c0de-0000-7000-8000-00000000000b';
const common = { intentId: ID, panelId: ID };
const about = { ...common, contributionId: ID };
const rule = { id: 'on-topic', title: 'Speak to the topic', text: 'Write about what this panel discusses.' };

/** Every message with every field it may have. */
const EXAMPLES: { readonly [K in MessageName]: Required<Messages[K]['body']> } = {
  join: { panelId: ID, after: 0 },
  leave: { panelId: ID },
  readRecord: { panelId: ID, after: 12, limit: 500 },
  openDesk: { panelId: ID },
  closeDesk: { panelId: ID },
  mine: { panelId: ID },
  nextCard: { panelId: ID, holding: [ID] },
  proposeMerge: { ...about, into: OTHER },
  answerMerge: { ...about, consents: true },
  unmerge: about,
  draftPanel: { ...common, forumId: ID, title: 'Су', description: '', languages: ['kk', 'zh-Hant'], rules: [rule] },
  amendPanel: { ...common, title: 'Су', description: '', languages: [] },
  schedulePanel: { ...common, startsAt: 1_800_000_000_000, endsAt: 1_800_000_100_000 },
  openPanel: common,
  pausePanel: { ...common, reason: 'Coffee' },
  resumePanel: common,
  closePanel: common,
  archivePanel: common,
  setPublication: { ...common, mode: 'trusted', trustedAfter: 3 },
  holdEverything: common,
  setSlowMode: { ...common, seconds: 30 },
  setRules: { ...common, rules: [rule] },
  setQueue: {
    ...common,
    every: 0,
    newcomerGuard: 1,
    owedFrom: 0.5,
    owedAtMost: 3,
    minutesPerTurn: 30,
    absentAccrual: true,
    groups: [{ id: 'lldc', title: 'Landlocked states', floor: 2500, axis: null, sensitive: false, source: 'a list' }],
  },
  setTreatment: { ...common, secondLook: 'on', differ: 'third', screening: ['links', 'newcomers'] },
  openThread: { ...common, title: 'Wells', lang: 'en' },
  proposeThread: { ...common, title: 'Wells', lang: 'en' },
  acceptThread: { ...common, threadId: ID },
  declineThread: { ...common, threadId: ID, ruleId: 'on-topic', note: '' },
  renameThread: { ...common, threadId: ID, title: 'Wells' },
  closeThread: { ...common, threadId: ID },
  reopenThread: { ...common, threadId: ID },
  submit: { ...common, threadId: ID, parentId: ID, kind: 'reply', text: 'Иә', lang: 'kk', attribution: 'role' },
  edit: { ...about, text: 'Иә', lang: 'kk' },
  resubmit: { ...about, text: 'Иә', lang: 'kk' },
  withdraw: about,
  appeal: { ...about, note: 'It was a quotation' },
  takeNext: { ...common, passing: [ID] },
  take: about,
  renewLease: about,
  release: about,
  publish: { ...about, note: 'Thank you' },
  escalate: { ...about, note: 'Is this a threat?' },
  decline: { ...about, ruleId: 'on-topic', note: '' },
  askToRevise: { ...about, ruleId: 'on-topic', note: 'Shorter, please' },
  undoDecision: about,
  reverseDecision: { ...about, verdict: 'publish', ruleId: 'on-topic', note: 'We were wrong' },
  redact: { ...about, ruleId: 'on-topic', note: '' },
  answerAppeal: { ...about, outcome: 'overturned', ruleId: 'on-topic', answer: 'It was a quotation indeed' },
  noteItem: { ...about, note: 'The third of these' },
  recuse: about,
  decideMany: { ...common, contributionIds: [ID], verdict: 'decline', ruleId: 'no-repetition', note: '' },
  undoMany: { ...common, bulk: ID, ruleId: 'no-repetition', note: 'They are one and the same' },
  pose: { ...about, respondents: [ID], answerBy: 1_800_000_000_000 },
  unpose: about,
  answer: { ...about, text: 'Иә', lang: 'kk' },
  markAnswered: { ...about, by: ID },
  reopenQuestion: about,
  pin: about,
  unpin: about,
  render: { ...about, lang: 'en', text: 'Yes' },
  castVote: { ...about, choice: 'agree' },
  setFloor: { ...common, open: true, slotSeconds: 120 },
  askToSpeak: { ...common, kind: 'topic', threadId: ID, note: 'On the dam', attribution: 'role' },
  leaveFloor: { ...common, requestId: ID },
  yieldFloor: { ...common, requestId: ID },
  declineRequest: { ...common, requestId: ID, ruleId: 'off-topic', note: 'This is no point of order' },
  giveFloor: { ...common, requestId: ID, after: ID },
  endSpeech: { ...common, requestId: ID },
};

const OPTIONAL: { readonly [K in MessageName]?: readonly string[] } = {
  join: ['after'],
  readRecord: ['limit'],
  draftPanel: ['description', 'languages', 'rules'],
  amendPanel: ['title', 'description', 'languages'],
  schedulePanel: ['endsAt'],
  pausePanel: ['reason'],
  setPublication: ['trustedAfter'],
  openThread: ['lang'],
  proposeThread: ['lang'],
  declineThread: ['note'],
  submit: ['parentId', 'attribution'],
  takeNext: ['passing'],
  nextCard: ['holding'],
  setQueue: ['every', 'newcomerGuard', 'owedFrom', 'owedAtMost', 'minutesPerTurn', 'absentAccrual', 'groups'],
  edit: ['lang'],
  resubmit: ['lang'],
  publish: ['note'],
  decline: ['note'],
  askToRevise: ['ruleId'],
  reverseDecision: ['ruleId'],
  redact: ['note'],
  setTreatment: ['secondLook', 'differ', 'screening'],
  appeal: ['note'],
  answerAppeal: ['ruleId'],
  decideMany: ['ruleId', 'note'],
  undoMany: ['ruleId', 'note'],
  pose: ['respondents', 'answerBy'],
  markAnswered: ['by'],
  setFloor: ['slotSeconds'],
  askToSpeak: ['threadId', 'note', 'attribution'],
  giveFloor: ['requestId'],
};

/** Fields that take parts of a whole, such as half a turn. */
const AMOUNTS: readonly string[] = ['newcomerGuard', 'owedFrom', 'owedAtMost'];

/** Where null says that there is none. */
const NULLABLE: readonly string[] = ['giveFloor.after'];

const names = Object.keys(EXAMPLES) as MessageName[];
const fields = names.flatMap((name) => Object.keys(EXAMPLES[name]).map((field) => ({ name, field })));
const isRightFor = (name: MessageName, field: string, value: unknown) =>
  typeof value === 'boolean'
    ? typeof (EXAMPLES[name] as Record<string, unknown>)[field] === 'boolean'
    : (value === 1.5 && AMOUNTS.includes(field)) || (value === null && NULLABLE.includes(`${name}.${field}`));
const isOptional = (name: MessageName, field: string) => OPTIONAL[name]?.includes(field) ?? false;

describe('the shape of a message', () => {
  it.each(names)('[X1] lets %s through with every field it has', (name) => {
    const valid = validate(name, EXAMPLES[name]);
    expect(valid).toMatchObject({ ok: true, value: EXAMPLES[name] });
    expect(new Set(Object.keys(EXAMPLES[name]))).toEqual(fieldsOf(MESSAGE_DTOS[name]));
    if (valid.ok) {
      expect(Object.getPrototypeOf(valid.value)).toBe(MESSAGE_DTOS[name].prototype);
    }
  });

  it.each(names)('[X1] lets %s through with only the fields it needs, and adds none', (name) => {
    const body = Object.fromEntries(Object.entries(EXAMPLES[name]).filter(([field]) => !isOptional(name, field)));
    const valid = validate(name, body);
    expect(valid.ok && Object.keys(valid.value)).toEqual(Object.keys(body));
  });

  it.each(fields.filter(({ name, field }) => !isOptional(name, field)))(
    '[X1] refuses $name without $field',
    ({ name, field }) => {
      const { [field]: _, ...body } = EXAMPLES[name] as Record<string, unknown>;
      expect(validate(name, body)).toEqual({
        ok: false,
        refusal: { code: 'bad-request', field, message: expect.any(String) },
      });
    },
  );

  it.each(fields)('[X1] refuses $name with another kind of thing for $field', ({ name, field }) => {
    for (const wrong of [
      null,
      true,
      {},
      [null],
      [[]],
      { $ne: null },
      { length: 1, 0: 'a' },
      -1,
      1.5,
      2 ** 53,
      Number.NaN,
    ]) {
      if (isRightFor(name, field, wrong)) continue;
      const refused = validate(name, { ...EXAMPLES[name], [field]: wrong });
      expect({ wrong, refused }).toEqual({
        wrong,
        refused: { ok: false, refusal: { code: 'bad-request', field, message: expect.any(String) } },
      });
    }
  });

  it.each(names)('[X1] refuses %s with a field more, and does not repeat its name', (name) => {
    for (const extra of ['seq', 'role', 'then', 'toJSON', 'toString', 'hasOwnProperty', 'canary']) {
      const refused = validate(name, { ...EXAMPLES[name], [extra]: 'canary' });
      expect(refused).toEqual({ ok: false, refusal: { code: 'bad-request', message: expect.any(String) } });
      expect(JSON.stringify(refused)).not.toContain('canary');
    }
  });

  it.each([
    null,
    undefined,
    0,
    '',
    'x',
    true,
    [],
    [[]],
    [EXAMPLES.submit],
    new Map(),
    Buffer.from('x'),
    new Date(),
    () => {},
  ])('[X1] refuses %p in place of a message', (body) => expect(validate('submit', body).ok).toBe(false));

  it('[X1] takes identifiers in lower case, and intents of version 4 or 7', () => {
    const wrong = [
      'p',
      '',
      ID.toUpperCase(),
      `${ID} `,
      `${ID}\n`,
      '00000000-0000-0000-0000-000000000000',
      ID.replace('-7', '-1'),
    ];
    for (const intentId of wrong) {
      expect(validate('openPanel', { ...common, intentId }).ok).toBe(false);
    }
    for (const version of ['4', '7']) {
      expect(validate('openPanel', { ...common, intentId: ID.replace('-7', `-${version}`) }).ok).toBe(true);
    }
  });

  it('[X1] takes no more than a list may hold', () => {
    const rules = (count: number) => validate('setRules', { ...common, rules: Array(count).fill(rule) }).ok;
    expect([rules(RULES_MAX), rules(RULES_MAX + 1)]).toEqual([true, false]);
    const languages = (count: number) => validate('amendPanel', { ...common, languages: Array(count).fill('kk') }).ok;
    expect([languages(LANGUAGES_MAX), languages(LANGUAGES_MAX + 1)]).toEqual([true, false]);
  });

  it.each([null, [], 'x', {}, [rule], { ...rule, text: {} }, { ...rule, extra: 1 }, { ...rule, id: '../x' }])(
    '[X1] refuses %j as a house rule',
    (item) => {
      expect(validate('setRules', { ...common, rules: [rule, item] })).toMatchObject({ refusal: { field: 'rules' } });
    },
  );

  it('[X2] refuses what cannot be stored, wherever it stands', () => {
    for (const broken of ['a\0b', '\ud800', '\udc00\ud800']) {
      expect(validate('submit', { ...EXAMPLES.submit, text: broken })).toMatchObject({
        refusal: { code: 'bad-text', field: 'text' },
      });
      expect(validate('setRules', { ...common, rules: [{ ...rule, text: broken }] })).toMatchObject({
        refusal: { field: 'rules' },
      });
    }
  });

  it('[X3] lets nothing reach for a prototype', () => {
    const smuggled = [
      '{"__proto__":{"x":1}}',
      '{"constructor":{"prototype":{"x":1}}}',
      '{"prototype":1}',
      '{"rules":[{"__proto__":{"x":1}}]}',
    ];
    for (const json of smuggled) {
      const body: unknown = JSON.parse(json);
      expect(validate('setRules', Object.assign(Object.create(null), common, body)).ok).toBe(false);
      expect(validate('setRules', { ...common, inner: body }).ok).toBe(false);
      expect(validate('setRules', body).ok).toBe(false);
    }
    expect(validate('openPanel', Object.assign(Object.create({ role: 'owner' }), common)).ok).toBe(false);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });

  it('[X3] knows no message by the name of something every object has', () => {
    const none = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'Submit'];
    expect(none.filter(isMessageName)).toEqual([]);
    expect(isMessageName('submit')).toBe(true);
  });

  it('[X4] looks no deeper than eight levels', () => {
    const deep = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as unknown;
    expect(validate('submit', deep(10_000)).ok).toBe(false);
    expect(
      validate('submit', { ...EXAMPLES.submit, text: JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) }).ok,
    ).toBe(false);
  });

  it('[X1, X3] is judged whatever JSON holds', () => {
    const keys = fc.oneof(
      fc.constantFrom('intentId', 'panelId', 'text', 'rules', '__proto__', 'constructor', 'then'),
      fc.string(),
    );
    const json = fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue()), fc.object({ key: keys, maxDepth: 10 }));
    fc.assert(
      fc.property(fc.constantFrom(...names), json, (name, body) => {
        const valid = validate(name, body);
        expect(valid.ok).toBe(false);
        expect(Reflect.get({}, 'x')).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('[X1] is refused or kept with one field changed to anything', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fields),
        fc.anything({ withMap: true, withDate: true, withBigInt: true }),
        ({ name, field }, odd) => {
          const valid = validate(name, { ...EXAMPLES[name], [field]: odd });
          if (valid.ok) {
            expect(Reflect.get(valid.value, field)).toEqual(odd);
          } else {
            expect(valid.refusal).toMatchObject({ message: expect.stringMatching(/\.$/) });
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

interface Line {
  readonly id: string;
  readonly cat: string;
  readonly why: string;
  readonly input?: string;
}

const payloads = readFileSync('test/fixtures/bad-inputs.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)
  .filter(({ cat, input }) => cat === 'payload' && input?.startsWith('42') === false);

describe('the corpus of bad inputs', () => {
  it.each(payloads)('[X1, X2, X3] $id is refused as a message: $why', ({ input = '' }) => {
    const sent: unknown = JSON.parse(input);
    const completed = typeof sent === 'object' && sent && !Array.isArray(sent) ? { ...EXAMPLES.submit, ...sent } : sent;
    for (const body of [sent, completed]) {
      expect(validate('submit', body)).toMatchObject({ ok: false, refusal: { code: 'bad-request' } });
      expect(Reflect.get({}, 'role')).toBeUndefined();
    }
  });

  it('[X4] a message of nothing but depth or length is refused', () => {
    expect(validate('submit', JSON.parse('['.repeat(10_000) + ']'.repeat(10_000))).ok).toBe(false);
    expect(validate('submit', 'x'.repeat(65_537)).ok).toBe(false);
    expect(validate('submit', { ...EXAMPLES.submit, text: 'x'.repeat(65_537) }).ok).toBe(false);
  });

  it('[X1] is all there', () => {
    expect(payloads).toHaveLength(30);
  });
});
