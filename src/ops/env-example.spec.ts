import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readConfig } from './config.js';
import { Environment } from './environment.js';

describe('.env.example', () => {
  const lines = readFileSync('.env.example', 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line));
  const example = Object.fromEntries(lines.map((line) => line.split('=', 2) as [string, string]));
  const readme = readFileSync('README.md', 'utf8');
  const settings = [...readFileSync('src/ops/environment.ts', 'utf8').matchAll(/^ {2}([A-Z_]+)[?:]/gm)].map(
    ([, name]) => String(name),
  );

  it('[W1] names every setting there is, with the default it has', () => {
    expect(settings.length).toBeGreaterThan(10);
    expect(Object.keys(example).toSorted()).toEqual(settings.toSorted());
    expect(readConfig(example)).toEqual(readConfig({}));
    for (const [name, value] of Object.entries(new Environment())) expect(example[name]).toBe(value ?? '');
  });

  it('[W1] leaves no setting out of the README', () => {
    for (const name of settings) expect(readme).toContain(`\`${name}\``);
  });
});
