import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

/** One small offence a line: where it stands, what it says, and what the wall answers. */
const OFFENCES: readonly (readonly [file: string, source: string, sentence: string])[] = [
  ['domain/panel/a.ts', `import 'typeorm';`, 'no package but the approved pure ones'],
  ['domain/panel/b.ts', `import 'node:fs';`, 'no package but the approved pure ones'],
  ['domain/panel/c.ts', `import '../../src/log/types.js';`, 'The domain knows nobody outside domain/'],
  ['domain/panel/d.ts', `export const at = Date.now();`, 'pass time and ids in'],
  ['domain/panel/e.ts', `export const dice = Math.random();`, 'pass time and ids in'],
  ['domain/panel/f.ts', `export const mode = process.env;`, 'there is no process'],
  ['domain/panel/g.ts', `export const width = window.innerWidth;`, 'there is no window'],
  ['src/log/a.ts', `import '../panels/room.js';`, 'nobody who uses it'],
  ['src/log/b.ts', `import 'socket.io';`, 'nobody who uses it'],
  ['src/panels/a.ts', `import 'typeorm';`, 'the database is the log’s'],
  ['src/panels/b.ts', `import '../live/gateway.js';`, 'A room knows no socket and no request'],
  ['src/panels/c.ts', `import 'class-validator';`, 'A room knows no socket and no request'],
  ['src/live/a.ts', `import 'typeorm';`, 'A socket never reads the database'],
  ['src/live/b.ts', `import '../log/types.js';`, 'A socket never reads the database'],
  ['src/live/deep/c.ts', `import '../../http/record.js';`, 'two doors of one house'],
  ['src/http/a.ts', `import 'typeorm';`, 'A controller never reads the database'],
  ['src/http/b.ts', `import '../log/types.js';`, 'A controller never reads the database'],
  ['src/http/c.ts', `import '../live/gateway.js';`, 'two doors of one house'],
  ['src/intents/a.ts', `import '../log/types.js';`, 'An intent is stored by the room'],
  ['src/intents/b.ts', `import '../live/gateway.js';`, 'knows neither'],
  ['src/identity/a.ts', `import '../panels/room.js';`, 'it never sees a panel or a journal'],
  ['src/identity/b.ts', `import '../log/types.js';`, 'it never sees a panel or a journal'],
  ...['log', 'panels', 'live', 'http', 'intents', 'identity', 'reports', 'cli', 'demo'].map(
    (room) => [`src/${room}/claims.ts`, `import '../claims/profiles.js';`, 'stays behind the wall of claims'] as const,
  ),
  ['src/claims/a.ts', `import '../log/types.js';`, 'never what was said'],
  ['src/claims/b.ts', `import '../panels/room.js';`, 'never what was said'],
  ['src/persistence/a.ts', `import '../http/record.js';`, 'Arrows run one way'],
  ['src/demo/a.ts', `import 'typeorm';`, 'goes through the front door'],
  ['src/cli/a.ts', `import '../live/gateway.js';`, 'A command runs without a server'],
  ['client/panel/a.ts', `import '../../src/log/types.js';`, 'by domain/wire only'],
  ['client/panel/b.ts', `import 'typeorm';`, 'nothing of the server’s'],
  ['client/ui/a.ts', `import '../../domain/panel/state.js';`, 'draws what it is given'],
  ['client/ui/b.ts', `import '../connection/panel-store.js';`, 'draws what it is given'],
  ['client/ui/c.ts', `import '../parts/written.js';`, 'draws what it is given'],
  ['client/parts/a.ts', `import '../screens/panel/panel-screen.js';`, 'they know none of them'],
  ['client/connection/a.ts', `import '../parts/written.js';`, 'never who draws'],
  ['client/connection/b.ts', `import '../../src/log/types.js';`, 'by domain/wire only'],
];

/** What each room may do, so that no wall is wider than its sentence. */
const LAWFUL: readonly (readonly [file: string, source: string])[] = [
  ['domain/panel/h.ts', `import '@noble/hashes/sha2.js';\nimport 'unhomoglyph';\nimport '../wire/views.js';`],
  ['src/log/c.ts', `import 'typeorm';\nimport '../../domain/panel/events.js';`],
  ['src/panels/d.ts', `import '../log/types.js';\nimport '../../domain/panel/events.js';`],
  ['src/live/d.ts', `import 'socket.io';\nimport '../panels/room.js';\nimport '../identity/types.js';`],
  ['src/claims/c.ts', `import 'typeorm';\nimport '../panels/profiles.js';\nimport '../identity/identity.js';`],
  ['src/http/d.ts', `import '@nestjs/common';\nimport '../panels/room.js';\nimport '../intents/door.js';`],
  ['client/panel/c.ts', `import 'react';\nimport 'socket.io-client';\nimport '../../domain/panel/evolve.js';`],
  [
    'client/parts/b.ts',
    `import '../ui/time.js';\nimport '../connection/line.js';\nimport '../../domain/wire/views.js';`,
  ],
  ['client/ui/d.ts', `import 'react-aria-components';\nimport './kbd.js';`],
  ['domain/panel/i.spec.ts', `export const at = Date.now();`],
];

const root = process.cwd();
const answers = new Map<string, string>();
let house: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'kurultai-walls-'));
  cpSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
  for (const [file, source] of [...OFFENCES, ...LAWFUL]) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), `${source}\n`);
  }
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '-f', 'json'], {
    cwd: house,
    encoding: 'utf8',
  });
  for (const { filename, message, help } of JSON.parse(stdout).diagnostics) {
    answers.set(filename, `${answers.get(filename) ?? ''}${message} ${help ?? ''}\n`);
  }
});

afterAll(() => rmSync(house, { recursive: true }));

describe('the walls between rooms', () => {
  it.each(OFFENCES)('%s may not say: %s', (file, _source, sentence) => {
    expect(answers.get(file)).toContain(sentence);
  });

  it.each(LAWFUL)('%s may', (file) => {
    expect(answers.get(file)).toBeUndefined();
  });
});
