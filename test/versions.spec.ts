import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

/** Below these, a known hole is open. */
const FLOORS: Readonly<Record<string, string>> = {
  ws: '8.21.1',
  'engine.io': '6.6.10',
  'socket.io-parser': '4.2.7',
  typeorm: '1.1.0',
  'class-validator': '0.14.0',
  'markdown-it': '15.0.3',
  dompurify: '3.3.2',
};
/** Nest’s framework packages move together; its other packages (schematics, mapped-types) count for themselves. */
const NEST = /^@nestjs\/(common|core|platform-.*|websockets|swagger|testing)$/;
const NEST_FLOOR = '12.0.2';
const REQUIRED = ['ws', 'engine.io', 'socket.io-parser', 'typeorm', 'class-validator', '@nestjs/core'];

const lock: { packages: Record<string, { version?: string }> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const installed = Object.entries(lock.packages)
  .filter(([path]) => path.includes('node_modules/'))
  .map(([path, { version = '' }]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), version }));

describe('what package-lock.json installs', () => {
  it.each(REQUIRED)('has %s, so that its floor is really checked', (name) => {
    expect(installed.map((one) => one.name)).toContain(name);
  });

  it('has nothing below its floor', () => {
    const below = installed.filter(({ name, version }) => {
      const floor = NEST.test(name) ? NEST_FLOOR : FLOORS[name];
      return floor !== undefined && compare(version, floor) < 0;
    });

    expect(below).toEqual([]);
  });

  it('has one socket.io, for two would not know each other’s sockets', () => {
    expect(installed.filter(({ name }) => name === 'socket.io')).toHaveLength(1);
  });
});

function compare(one: string, other: string): number {
  const parts = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);
  const theirs = parts(other);
  const different = parts(one).findIndex((part, i) => part !== theirs[i]);
  return different < 0 ? 0 : (parts(one)[different] ?? 0) - (theirs[different] ?? 0);
}
