import { describe, expect, it } from '@jest/globals';
import { isLoopback, networkOf } from './address.js';

describe('an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:203.0.113.9', '203.0.113.9'],
    ['::ffff:cb00:7109', '203.0.113.9'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
    ['2001:DB8::1:0:0:0:7', '2001:db8:0:1'],
    ['2001:0db8:0000:0001::9', '2001:db8:0:1'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('[W23, I22] %s counts as %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });

  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1', '0:0:0:0:0:0:0:1'])('[W5] %s is our own', (ip) => {
    expect(isLoopback(ip)).toBe(true);
  });

  it.each(['', '10.0.0.1', '172.17.0.1', '::2', '1::1', '127.evil.example', '::ffff:10.0.0.1', '2001:db8::1'])(
    '[W5] %s is not our own',
    (ip) => {
      expect(isLoopback(ip)).toBe(false);
    },
  );
});
