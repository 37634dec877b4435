import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { hearBreaks } from './breaks.js';

describe('a connection that breaks in somebody’s hands', () => {
  it('[R24] ends nothing, and is listened to once however often it is lent', () => {
    const [pool, connection, unheard] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
    hearBreaks(pool);
    for (let lent = 0; lent < 3; lent++) pool.emit('acquire', connection);

    expect(() => connection.emit('error', new Error('terminating connection'))).not.toThrow();
    expect(connection.listenerCount('error')).toBe(1);
    expect(() => unheard.emit('error', new Error('terminating connection'))).toThrow('terminating connection');
  });
});
