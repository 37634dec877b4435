import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const rules = [...readFileSync('docs/SPEC.md', 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id = '']) => id);
const quoted = new Map<string, string>();
for (const file of specs()) {
  for (const [, ids = ''] of readFileSync(file, 'utf8').matchAll(/\[([A-Z]\d+(?:, [A-Z]\d+)*)\]/g)) {
    for (const id of ids.split(', ')) quoted.set(id, file);
  }
}

describe('docs/SPEC.md', () => {
  it('numbers each rule once', () => {
    expect(rules.filter((id, i) => rules.indexOf(id) !== i)).toEqual([]);
  });

  it('has a test for every rule', () => {
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((id) => !quoted.has(id))).toEqual([]);
  });

  it('has every rule that a test quotes', () => {
    const known = new Set(rules);
    expect([...quoted].filter(([id]) => !known.has(id)).map(([id, file]) => `${id} in ${file}`)).toEqual([]);
  });
});

function specs(): string[] {
  return ['domain', 'src', 'client', 'test'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.spec.ts'))
      .map((file) => join(room, file)),
  );
}
