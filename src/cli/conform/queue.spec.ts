import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { run } from './queue.js';

const logs = JSON.parse(readFileSync('test/fixtures/amplify-queue.json', 'utf8')) as {
  name: string;
  ops: { op: string; expect?: { item: string; owed: Record<string, number> } }[];
}[];

describe('conform -- queue', () => {
  it('[Q22] every selection of 24 logs is the expected one, with what each group is owed after it', () => {
    const selections = logs.flatMap(({ ops }) => ops).filter(({ op }) => op !== 'submit').length;
    expect(logs).toHaveLength(24);
    expect(run(logs)).toEqual({ passed: selections, failed: 0, sentences: [] });
  });

  it('[Q38] says name, step, what was expected and what came', () => {
    const wrong = structuredClone(logs.slice(0, 1));
    const first = wrong[0]?.ops.find(({ expect: expected }) => expected)?.expect;
    if (first) first.owed['g1'] = 7;

    const { failed, sentences } = run(wrong);
    expect(failed).toBe(1);
    expect(sentences[0]).toMatch(/^queue-1, step 2: expected .*"g1":7.* got .*"g1":1500000/);
  });

  it.each([[{}], [[]], [[{ name: 'x' }]], [[{ name: 'x', cfg: { groups: [] }, ops: [{ op: 'next', t: 1 }] }]]])(
    '[Q38] refuses what is no file of logs: %j',
    (fixtures) => {
      expect(() => run(fixtures)).toThrow(/^(is not a list of queue logs|log 1 is no queue log)/);
    },
  );
});
