import { describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { Logs } from './logs.js';
import { loggablePath } from './request-log.js';

describe('the log', () => {
  it.each([true, false])('[W6] writes one line a message, whatever the message holds (json: %s)', (json) => {
    const { logs, lines } = written(json);
    logs.log('Ana\n12:00:00 error forged\r\u2028\u202Ethe end', 'Con\ntext');

    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toContain('\\n12:00:00');
  });

  it('[W6] leaves secrets out, at any of the places they usually stand', () => {
    const { logs, lines } = written(true);
    logs.pino.info(
      { cookie: 'CANARY', headers: { authorization: 'CANARY' }, intent: { text: 'CANARY', body: 'CANARY' } },
      'x',
    );

    expect(lines()).toHaveLength(1);
    expect(lines()[0]).not.toContain('CANARY');
  });

  it('[W6] leaves out what a driver hangs on its errors: queries and their parameters', () => {
    const { logs, lines } = written(true);
    const error = Object.assign(new Error('too long'), { code: '22001', query: 'insert', parameters: ['CANARY'] });
    logs.fault(error, 'commit');

    expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ err: { message: 'too long', code: '22001' } });
    expect(lines()[0]).not.toContain('CANARY');
  });

  it('[W7] gives every fault an id that the person who met it can quote', () => {
    const { logs, lines } = written(true);
    const id = logs.fault(new Error('relation "panel" does not exist'), 'submit');

    expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ level: 'error', fault: id, where: 'submit' });
    expect(lines()[0]).toContain('relation \\"panel\\" does not exist');
  });

  it('speaks as Nest expects', () => {
    const { logs, lines } = written(true);
    logs.warn('slow', 'Room');
    logs.error('broke', 'Error: broke\n    at somewhere', 'Room');
    logs.debug('not at this level', 'Room');

    expect(lines().map((line) => JSON.parse(line))).toMatchObject([
      { level: 'warn', msg: 'slow', context: 'Room' },
      { level: 'error', msg: 'broke', context: 'Room', stack: 'Error: broke\n    at somewhere' },
    ]);
    expect(lines()).toHaveLength(2);
  });

  it('[W6] names paths without query strings and without links that let somebody in', () => {
    expect(loggablePath('/api/panels/5b0a0d6e-7a39-4c2c-9a40-3f1d0f2f9a11/record?after=3&token=x')).toBe(
      '/api/panels/5b0a0d6e-7a39-4c2c-9a40-3f1d0f2f9a11/record',
    );
    expect(loggablePath('/join/kJ8s7dUU2nPq0a4ZbX1yWw')).toBe('/join/…');
    expect(loggablePath('/#/join/secret')).toBe('/');
  });
});

function written(json: boolean): { logs: Logs; lines: () => string[] } {
  const chunks: string[] = [];
  const to = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  const logs = new Logs({ level: 'info', json, to });
  return {
    logs,
    lines: () =>
      chunks
        .join('')
        .split(/[\n\r]/)
        .filter((line) => line !== ''),
  };
}
