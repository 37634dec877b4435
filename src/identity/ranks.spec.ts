import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../domain/panel/roles.js';
import { mayGive, outranks, ranked } from './ranks.js';
import type { Grant } from './types.js';

const FORUM = 'f1';

function grant(role: Role, forumId: string | null = FORUM, panelId: string | null = null): Grant {
  return { personId: 'p', forumId, panelId, role };
}

describe('ranks', () => {
  it('[I6] let owner, host and moderator give what is below them, and nobody else anything', () => {
    for (const [rank, own] of ROLES.entries()) {
      for (const [otherRank, role] of ROLES.entries()) {
        expect(mayGive([own], role)).toBe(rank <= ROLES.indexOf('moderator') && otherRank > rank);
      }
    }
    expect(mayGive(['moderator', 'participant'], 'panellist')).toBe(true);
    expect(mayGive([], 'observer')).toBe(false);
  });

  it('[I13] let a host end only what lies below and within the host’s own forum', () => {
    const host = [grant('host')];
    expect(outranks(host, [grant('participant', FORUM, 'a'), grant('moderator')])).toBe(true);
    expect(outranks(host, [grant('participant', FORUM, 'a'), grant('participant', 'f2', 'b')])).toBe(false);
    expect(outranks(host, [grant('host')])).toBe(false);
    expect(outranks(host, [])).toBe(false);
    expect(outranks([grant('host', FORUM, 'a')], [grant('participant', FORUM, 'a')])).toBe(false);
    expect(outranks([grant('moderator')], [grant('participant')])).toBe(false);
  });

  it('[I13] let an owner end everybody’s but an owner’s', () => {
    const owner = [grant('owner', null)];
    expect(outranks(owner, [])).toBe(true);
    expect(outranks(owner, [grant('host'), grant('host', 'f2')])).toBe(true);
    expect(outranks(owner, [grant('owner', null)])).toBe(false);
  });

  it('are told highest first, each once', () => {
    expect(ranked(['participant', 'host', 'participant', 'moderator'])).toEqual(['host', 'moderator', 'participant']);
  });
});
