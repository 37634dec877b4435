import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PRESETS, termsOf } from '../domain/amplify/groups/presets.js';
import type { GroupTerms } from '../domain/panel/events.js';
import { ROLES, type Role } from '../domain/panel/roles.js';
import { ClaimsModule } from '../src/claims/claims.module.js';
import { DAYS_AFTER_ANYTHING, DAYS_AFTER_ARCHIVE, DAYS_AFTER_REPORT } from '../src/claims/endings.js';
import { Forgetting } from '../src/claims/forgetting.js';
import { SqlProfiles } from '../src/claims/profiles.js';
import { Renewing, RENEWALS } from '../src/claims/renewing.js';
import { Operator } from '../src/identity/operator.js';
import { identityServer, tokenIn, type Answered, type IdentityServer } from './support/identity-server.js';

const DAY = 86_400_000;
const own = (id: string): GroupTerms => ({
  id,
  title: id.toUpperCase(),
  floor: 1_000,
  axis: null,
  sensitive: false,
  source: null,
});
const GROUPS: readonly GroupTerms[] = [
  ...PRESETS.filter(({ id }) => id === 'un-regions' || id === 'ldc').flatMap(termsOf),
  own('refugees'),
  own('disability'),
];

let server: IdentityServer;
let profiles: SqlProfiles;
let forumId: string;
let host: Answered;
const renewed: [panelId: string, seat: string, version: number][] = [];
const forgottenIn: string[] = [];
let isPanelAway = false;

beforeAll(async () => {
  const renew = (...told: [string, string, number]) => {
    if (isPanelAway) return Promise.reject(new Error('away'));
    renewed.push(told);
    return Promise.resolve();
  };
  const forgotten = (panelId: string) => Promise.resolve(void forgottenIn.push(panelId));
  const providers = [{ provide: RENEWALS, useValue: { renew, forgotten } }];
  server = await identityServer({ beside: { modules: [ClaimsModule], providers } });
  profiles = server.app.get(SqlProfiles, { strict: false });
});

beforeEach(async () => {
  renewed.length = 0;
  forgottenIn.length = 0;
  forumId = await forum();
  host = await arrives('host', { forumId });
  expect((await server.post(at('groups'), { groups: GROUPS }, host)).status).toBe(200);
});

afterAll(() => server.close());

describe('the groups of a forum', () => {
  it('[G4] are reached by its owners and hosts alone, by every route', async () => {
    const elsewhere = await forum();
    const routes = (): [string, object | null][] => [
      ['groups', null],
      ['groups', { groups: GROUPS }],
      ['groups/codes', { group: 'ldc', count: 1 }],
      ['groups/invitation', { groups: ['ldc'] }],
      ['groups/accreditation/preview', { csv: 'name\nAda\n' }],
      ['groups/accreditation', { csv: 'name\nAda\n' }],
    ];
    const { panelId } = await server.panel('open', forumId);
    const askers: [string, Answered | undefined, number][] = [
      ['nobody', undefined, 401],
      ['a host elsewhere', await arrives('host', { forumId: elsewhere }), 403],
      ['a host of one panel', await arrives('host', { forumId, panelId }), 403],
    ];
    for (const role of ROLES) {
      const inside = role === 'owner' ? await arrives('owner', {}) : await arrives(role, { forumId });
      askers.push([role, inside, role === 'owner' || role === 'host' ? 200 : 403]);
    }
    for (const [who, asker, status] of askers) {
      for (const [path, body] of routes()) {
        const answered = body ? await server.post(at(path), body, asker) : await server.get(at(path), asker?.cookie);
        expect({ who, path, status: answered.status }).toEqual({ who, path, status });
      }
    }
  });

  it('[G4] tell everybody that there are any, and nobody else which', async () => {
    expect((await server.get(at('groups/any'))).body).toEqual({ any: true });
    const without = await forum();
    expect((await server.get(`/api/forums/${without}/groups/any`)).body).toEqual({ any: false });
  });

  it('[G15] take no text that cannot be stored or shown', async () => {
    const texts = { title: ['a\0b', 'a\ud800', 'a\nb'], axis: ['a\0'], source: ['\ud800'] };
    for (const [field, bad] of Object.entries(texts)) {
      for (const text of bad) {
        const answered = await server.post(at('groups'), { groups: [{ ...own('a'), [field]: text }] }, host);
        expect(answered.body).toMatchObject({ refusal: { code: 'bad-text', field: `groups.0.${field}` } });
      }
    }
  });

  it('[G4] take no terms that are none, and no forum that is not there', async () => {
    const wrong = await server.post(at('groups'), { groups: [{ ...own('a'), floor: 50 }] }, host);
    expect(wrong.body).toMatchObject({ refusal: { code: 'bad-request', field: 'groups.0.floor' } });

    const owner = await arrives('owner', {});
    const nowhere = await server.post(`/api/forums/${randomUUID()}/groups`, { groups: [] }, owner);
    expect(nowhere.body).toMatchObject({ refusal: { code: 'no-such-forum' } });
    expect((await server.get('/api/forums/water/groups', owner.cookie)).status).toBe(404);
  });

  it('[G13] tell their hosts how many count for them from ten on, in steps of five', async () => {
    expect((await view()).people['ldc']).toBeNull();
    const persons = await people(9);
    await claims(persons, 'ldc');
    expect((await view()).people['ldc']).toBeNull();
    await claims(await people(5), 'ldc');
    expect((await view()).people['ldc']).toBe(10);
    await claims(await people(1), 'ldc');
    expect((await view()).people['ldc']).toBe(15);
  });

  it('[G4] take with them what belonged to them when they go', async () => {
    const { person, seat, panelId } = await seated('refugees');
    await profiles.lock(panelId, [seat]);
    await server.post(at('groups/codes'), { group: 'refugees', count: 3 }, host);
    await server.post(at('groups/invitation'), { groups: ['refugees', 'ldc'] }, host);

    await server.post(at('groups'), { groups: GROUPS.filter(({ id }) => id !== 'refugees') }, host);
    expect(await count('claim')).toBe(0);
    expect(await count('claim_code')).toBe(0);
    expect(await ownClaims(person)).toEqual([]);
    expect(
      await server.database.query(
        `SELECT group_id FROM invitation_claim JOIN invitation USING (invitation_id) WHERE forum_id = $1`,
        [forumId],
      ),
    ).toEqual([{ group_id: 'ldc' }]);
    expect(renewed).toEqual([[panelId, seat, 2]]);
  });
});

describe('a code', () => {
  it('[G7] works once, however it is typed, and keeps neither who used it nor when', async () => {
    const [code = '', other = ''] = await codes('refugees', 2);
    const { ada, ben } = {
      ada: await arrives('participant', { forumId }),
      ben: await arrives('participant', { forumId }),
    };

    const used = await server.post('/api/claims/code', { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` }, ada);
    expect(used.body).toEqual({ forumId, group: 'refugees' });
    expect(await ownClaims(ada)).toEqual([{ group: 'refugees', attested: true, source: 'code' }]);
    expect((await server.post('/api/claims/code', { code }, ben)).body).toMatchObject({
      refusal: { code: 'bad-code' },
    });
    expect(await ownClaims(ben)).toEqual([]);

    const columns = await columnsOf('claim_code');
    expect(columns).toEqual(['forum_id', 'group_id', 'sha256', 'used']);
    expect(await columnsOf('claim')).toEqual(['attested', 'forum_id', 'group_id', 'person_id', 'source']);
    const rows = JSON.stringify(await server.database.query('SELECT * FROM claim_code'));
    for (const one of [code, other]) expect(rows).not.toContain(one.replaceAll('-', ''));
  });

  it('[G7] may be entered again by whoever has the group from it: the answer may have been lost', async () => {
    const [code = ''] = await codes('refugees', 1);
    const ada = await arrives('participant', { forumId });
    await server.post('/api/claims/code', { code }, ada);
    expect((await server.post('/api/claims/code', { code }, ada)).body).toEqual({ forumId, group: 'refugees' });
    await withdraw(ada, 'refugees');
    expect((await server.post('/api/claims/code', { code }, ada)).status).toBe(403);
  });

  it('[G16] is refused where they count for another group of its axis, and stays good', async () => {
    const [asia = ''] = await codes('un-asia-pacific', 1);
    const [africa = ''] = await codes('un-africa', 1);
    const ada = await arrives('participant', { forumId });
    await declare(ada, 'un-africa');
    expect((await declare(ada, 'un-asia-pacific')).body).toMatchObject({ refusal: { code: 'one-per-axis' } });
    await server.post('/api/claims/code', { code: asia }, ada);
    expect(await ownClaims(ada)).toMatchObject([{ group: 'un-asia-pacific', attested: true }]);

    const second = await server.post('/api/claims/code', { code: africa }, ada);
    expect(second).toMatchObject({ status: 409, body: { refusal: { code: 'one-per-axis' } } });
    await withdraw(ada, 'un-asia-pacific');
    expect((await server.post('/api/claims/code', { code: africa }, ada)).status).toBe(200);
  });

  it('[G13] is counted aloud from ten on, in steps of five', async () => {
    const [first = ''] = await codes('refugees', 12);
    expect((await view()).codes).toMatchObject({ refugees: 10, ldc: null });
    const ada = await arrives('participant', { forumId });
    await server.post('/api/claims/code', { code: first }, ada);
    expect((await view()).codes['refugees']).toBe(10);
  });

  it('[G17] is the same when a batch is asked for again, and another for anybody else', async () => {
    const wish = { group: 'refugees', count: 3, requestId: randomUUID() };
    const made = (await server.post(at('groups/codes'), wish, host)).body['codes'] as string[];
    const again = (await server.post(at('groups/codes'), wish, host)).body['codes'] as string[];
    expect(again).toEqual(made);
    expect(new Set(made).size).toBe(3);
    expect(await count('claim_code')).toBe(3);
    const other = await arrives('host', { forumId });
    expect((await server.post(at('groups/codes'), wish, other)).body['codes']).not.toEqual(made);
  });

  it('[G7] is not used up by somebody who has that already', async () => {
    const [code = '', second = ''] = await codes('refugees', 2);
    const ada = await arrives('participant', { forumId });
    await server.post('/api/claims/code', { code }, ada);
    expect((await server.post('/api/claims/code', { code: second }, ada)).status).toBe(200);
    expect(
      (await server.post('/api/claims/code', { code: second }, await arrives('participant', { forumId }))).status,
    ).toBe(200);
  });
});

describe('what a person counts for', () => {
  it('[G6] is attested only where somebody else vouches for it', async () => {
    const { person, panelId, seat } = await seated();
    expect((await declare(person, 'ldc')).status).toBe(200);
    expect(await ownClaims(person)).toEqual([{ group: 'ldc', attested: false, source: 'self' }]);
    expect((await profiles.lock(panelId, [seat])).get(seat)?.get(1)).toEqual([{ group: 'ldc', attested: false }]);
  });

  it('[G6] stays attested when they say it too, and becomes so when somebody vouches', async () => {
    const { person } = await seated('ldc');
    await declare(person, 'ldc');
    expect(await ownClaims(person)).toMatchObject([{ attested: true, source: 'code' }]);

    await declare(person, 'refugees');
    await attest(person, 'refugees');
    expect(await ownClaims(person)).toMatchObject([{ attested: true }, { group: 'refugees', attested: true }]);
  });

  it('[G8] is their own to see, to say and to withdraw, in forums where they have a part', async () => {
    const { person } = await seated('ldc');
    const [mine] = (await server.get('/api/claims', person.cookie)).body as unknown as {
      forumId: string;
      title: string;
      groups: unknown[];
    }[];
    expect(mine).toMatchObject({ forumId, title: 'Forum' });
    expect(mine?.groups).toHaveLength(GROUPS.length);
    expect(JSON.stringify(mine?.groups)).not.toContain('floor');

    const stranger = await arrives('participant', { forumId: await forum() });
    expect((await declare(stranger, 'ldc')).status).toBe(403);
    expect((await declare(person, 'no-such-group')).body).toMatchObject({ refusal: { field: 'group' } });
    expect((await server.get('/api/claims')).status).toBe(401);
  });

  it('[G8] counts no more in a panel that goes on once it is withdrawn; what was counted stays', async () => {
    const { person, panelId, seat } = await seated('ldc', 'refugees');
    const over = await server.panel('open', forumId);
    const inOver = await sits(person, over.panelId);
    await profiles.lock(panelId, [seat]);
    await profiles.lock(over.panelId, [inOver]);
    await phase(over.panelId, 'archived');

    await withdraw(person, 'ldc');
    const versions = (await profiles.load(panelId)).get(seat);
    expect(versions?.get(1)).toEqual([
      { group: 'ldc', attested: true },
      { group: 'refugees', attested: true },
    ]);
    expect(versions?.get(2)).toEqual([{ group: 'refugees', attested: true }]);
    expect((await profiles.load(over.panelId)).get(inOver)?.size).toBe(1);
    expect(renewed).toEqual([[panelId, seat, 2]]);
  });

  it('[G13] tells no room which of twenty seats had something to withdraw', async () => {
    const { person, panelId, seat } = await seated('ldc');
    const others = await Promise.all(
      (await people(25)).map(async (personId, i) => {
        const other = randomUUID();
        await server.database.query(
          `INSERT INTO seat (panel_id, seat_id, person_id, name, skeleton, caseless) VALUES ($1, $2, $3, $4, $4, $4)`,
          [panelId, other, personId, `O ${i}`],
        );
        return other;
      }),
    );
    const before = (await profiles.lock(panelId, [seat, ...others])).get(others[0] ?? '');
    await withdraw(person, 'ldc');
    expect(renewed).toHaveLength(20);
    expect(new Set(renewed.map(([, told]) => told)).size).toBe(20);
    expect(renewed.map(([, told]) => told)).toContain(seat);
    const after = await profiles.load(panelId);
    const beside = renewed.find(([, told]) => told !== seat)?.[1] ?? '';
    expect(after.get(beside)?.get(2)).toEqual(before?.get(1));
    expect(after.get(seat)?.get(2)).toEqual([]);

    await withdraw(person, 'ldc');
    expect(renewed).toHaveLength(20);
  });

  it('[G8] is told to a panel that was away when it comes back, once', async () => {
    const { person, panelId, seat } = await seated('ldc');
    await profiles.lock(panelId, [seat]);
    isPanelAway = true;
    expect((await withdraw(person, 'ldc')).status).toBe(200);
    isPanelAway = false;
    const renewing = server.app.get(Renewing, { strict: false });
    await renewing.renew(null);
    await renewing.renew(null);
    expect(renewed).toEqual([[panelId, seat, 2]]);
  });
});

describe('the profile of a seat', () => {
  it('[G5] is locked once: what is claimed later counts where they have not spoken yet', async () => {
    const { person, panelId, seat } = await seated('ldc');
    const later = await server.panel('open', forumId);
    const seatLater = await sits(person, later.panelId);
    const [first, second] = await Promise.all([profiles.lock(panelId, [seat]), profiles.lock(panelId, [seat])]);
    expect(second).toEqual(first);

    await attest(person, 'refugees');
    expect((await profiles.lock(panelId, [seat])).get(seat)).toEqual(
      new Map([[1, [{ group: 'ldc', attested: true }]]]),
    );
    expect((await profiles.lock(later.panelId, [seatLater])).get(seatLater)?.get(1)).toHaveLength(2);
  });

  it('[G5] holds groups of the panel’s own forum, and nothing for a seat without claims', async () => {
    const { person } = await seated('ldc');
    const other = await forum();
    const { panelId } = await server.panel('open', other);
    const seat = await sits(person, panelId);
    const nobodys = randomUUID();
    const table = await profiles.lock(panelId, [seat, nobodys]);
    expect(table.get(seat)?.get(1)).toEqual([]);
    expect(table.get(nobodys)?.get(1)).toEqual([]);
    expect((await profiles.lock(randomUUID(), [seat])).size).toBe(0);
  });
});

describe('an invitation that bears groups', () => {
  it('[G9] gives them to whoever accepts it, and to as many as it says', async () => {
    const made = await server.post(at('groups/invitation'), { groups: ['ldc'], maxUses: 1 }, host);
    const token = tokenIn(made.body['link'] as string);
    const ada = await arrives('participant', { forumId });
    const ben = await arrives('participant', { forumId });

    // Both hold the role already: what is new to them are the groups.
    expect((await server.post('/api/invitations/accept', { token }, ada)).status).toBe(200);
    expect((await server.post('/api/invitations/accept', { token }, ben)).status).toBe(403);
    expect(await ownClaims(ada)).toEqual([{ group: 'ldc', attested: true, source: 'invitation' }]);
    expect(await ownClaims(ben)).toEqual([]);
  });

  it('[G9] gives nothing twice when many come at once', async () => {
    const made = await server.post(at('groups/invitation'), { groups: ['ldc'], maxUses: 2 }, host);
    const token = tokenIn(made.body['link'] as string);
    const came = await Promise.all(
      ['Ada', 'Ben', 'Cem', 'Dan'].map((name) => server.post('/api/invitations/accept', { token, name })),
    );
    expect(came.filter(({ status }) => status === 200)).toHaveLength(2);
    expect(await count('claim')).toBe(2);
  });

  it('[G16, G17] bears one group of an axis, and is one however often it is asked for', async () => {
    const both = { groups: ['un-africa', 'un-asia-pacific'] };
    expect((await server.post(at('groups/invitation'), both, host)).status).toBe(400);
    const wish = { groups: ['ldc'], requestId: randomUUID() };
    const [made, again] = [
      await server.post(at('groups/invitation'), wish, host),
      await server.post(at('groups/invitation'), wish, host),
    ];
    const token = (answered: Answered) => tokenIn(answered.body['link'] as string);
    expect((await server.post('/api/invitations/accept', { token: token(made), name: 'Ada' })).status).toBe(403);
    expect((await server.post('/api/invitations/accept', { token: token(again), name: 'Ada' })).status).toBe(200);
  });

  it('[G16] gives somebody no second group of an axis, and what else it bears', async () => {
    const { person } = await seated('un-africa');
    const made = await server.post(at('groups/invitation'), { groups: ['un-asia-pacific', 'ldc'] }, host);
    await server.post('/api/invitations/accept', { token: tokenIn(made.body['link'] as string) }, person);
    expect(await ownClaims(person)).toMatchObject([{ group: 'ldc' }, { group: 'un-africa' }]);
  });

  it('[G9] is refused for groups and panels that are not the forum’s', async () => {
    const { panelId } = await server.panel('open');
    expect((await server.post(at('groups/invitation'), { groups: ['none'] }, host)).status).toBe(400);
    expect((await server.post(at('groups/invitation'), { groups: ['ldc'], panelId }, host)).status).toBe(404);
  });
});

describe('a list of accredited people', () => {
  const CSV = [
    'Name;E-mail;Country;Groups;Language',
    'Ada;ada@example.org;NP;refugees;en',
    'Ben;;Kazakhstan;;',
    'Cem;cem@example.org;Atlantis;;',
    'Dan;not an address;KZ;;',
    'Eve;eve@example.org;DE;unheard-of;',
    ';;;;',
    'Ada again;ADA@example.org;NP;;',
    '"Fay\nFox";fay@example.org;;DISABILITY | refugees;',
    'Gul;gul@example.org;;;',
  ].join('\n');

  it('[G10] is looked through before anything is written', async () => {
    const seen = await server.post(at('groups/accreditation/preview'), { csv: CSV }, host);
    expect(seen.body).toEqual({
      columns: { name: 'Name', email: 'E-mail', country: 'Country', groups: 'Groups', languages: 'Language' },
      people: 4,
      problems: [
        { line: 4, kind: 'unknown-country', text: 'Atlantis' },
        { line: 5, kind: 'bad-email', text: 'not an address' },
        { line: 6, kind: 'unknown-group', text: 'unheard-of' },
        { line: 7, kind: 'nobody' },
        { line: 8, kind: 'twice', text: 'ada@example.org' },
        { line: 11, kind: 'no-groups' },
      ],
    });
    expect(await count('claim')).toBe(0);
    expect(
      await server.database.query(`SELECT 1 FROM invitation WHERE forum_id = $1 AND role = 'participant'`, [forumId]),
    ).toEqual([]);
  });

  it.each([
    ['"unclosed\n', 'not-csv'],
    ['town,year\nAlmaty,2026\n', 'no-columns'],
    ['name,groups\n\ufffd\ufffd\ufffd,ldc\n', 'not-utf8'],
  ])('[G10] that cannot be read says so: %j', async (csv, kind) => {
    const seen = await server.post(at('groups/accreditation/preview'), { csv }, host);
    expect(seen.body).toMatchObject({ people: 0, problems: [{ kind }] });
  });

  it('[G10] gives everybody a link of their own, worth nothing once the list is taken over again', async () => {
    const taken = await take(CSV);
    expect(taken.map(({ line, name, email }) => [line, name, email])).toEqual([
      [2, 'Ada', 'ada@example.org'],
      [3, 'Ben', null],
      [9, 'Fay\nFox', 'fay@example.org'],
      [11, 'Gul', 'gul@example.org'],
    ]);
    const again = await take(CSV);
    const answer = { name: 'Ada', email: 'ada@example.org' };
    const old = await server.post('/api/invitations/accept', { token: tokenIn(taken[0]?.link ?? ''), ...answer });
    expect(old.status).toBe(403);

    const token = tokenIn(again[0]?.link ?? '');
    const wrong = await server.post('/api/invitations/accept', {
      token,
      name: 'Mallory',
      email: 'mallory@example.org',
    });
    expect(wrong.status).toBe(403);
    const ada = await server.post('/api/invitations/accept', { token, ...answer });
    expect(await ownClaims(ada)).toEqual(
      ['ldc', 'refugees', 'un-asia-pacific'].map((group) => ({ group, attested: true, source: 'accreditation' })),
    );
  });

  it('[G15, G16] leaves out lines that cannot be stored, and whoever would count for two groups of one axis', async () => {
    const csv = 'name,e-mail,country,groups\nA\0da,,NP,\nBen,b\0@example.org,NP,\nCem,,KZ,un-africa\nDan,,KZ,\n';
    const seen = await server.post(at('groups/accreditation/preview'), { csv }, host);
    expect(seen.body).toMatchObject({
      people: 1,
      problems: [
        { line: 2, kind: 'bad-text' },
        { line: 3, kind: 'bad-text' },
        { line: 4, kind: 'one-per-axis' },
      ],
    });
    expect((await take(csv)).map(({ name }) => name)).toEqual(['Dan']);
  });

  it('[G10] gives nobody a second link who has joined by the first, and everybody else one that replaces it', async () => {
    const list = (groups: string) =>
      `name,e-mail,groups\nAda,,${groups}\nAda,,${groups}\nBen,ben@example.org,${groups}\n`;
    const first = await take(list('ldc'));
    const ada = await accepts(first[1]);
    const ben = await accepts(first[2], 'ben@example.org');
    const second = await take(list('ldc;refugees'));
    expect(second.map(({ link }) => link !== null)).toEqual([true, false, false]);
    for (const person of [ada, ben]) expect(await ownClaims(person)).toHaveLength(2);

    expect((await refusedBy(first[0])).status).toBe(403);
    await accepts(second[0]);
    expect((await take(list('ldc'))).map(({ link }) => link)).toEqual([null, null, null]);
  });

  it('[G10, G17] knows who stands in two parts of it, and a part that is sent again', async () => {
    const requestId = randomUUID();
    const part = (line: number) => ({ csv: 'name,e-mail,groups\nAda,ada@example.org,ldc\n', line, requestId });
    const first = await take(part(2));
    const elsewhere = await take(part(700));
    expect([first.length, elsewhere.length]).toEqual([1, 0]);
    const again = await take(part(2));
    expect((await refusedBy(first[0], 'ada@example.org')).status).toBe(403);
    await accepts(again[0], 'ada@example.org');
  });

  it('[G16] takes the place of what somebody was accredited as before', async () => {
    const proven = await member('ada@example.org', true);
    await take('name,e-mail,country\nAda,ada@example.org,NP\n');
    await take('name,e-mail,country\nAda,ada@example.org,TD\n');
    expect(await ownClaims(proven)).toMatchObject([{ group: 'ldc' }, { group: 'un-africa' }]);
    await server.database.query(`UPDATE person SET email = id || '@gone.invalid' WHERE email LIKE '%@example.org'`);
  });

  it('[G10] gives groups at once to whoever has an account with this address, where the address is proven', async () => {
    const proven = await member('ada@example.org', true);
    const claimed = await member('fay@example.org', false);
    const [ada, , fay] = await take(CSV);
    expect(ada?.link).toBeNull();
    expect(await ownClaims(proven)).toHaveLength(3);
    expect(fay?.link).toContain('/join#i=');
    expect(await ownClaims(claimed)).toEqual([]);
    await server.database.query(`UPDATE person SET email = id || '@gone.invalid' WHERE email LIKE '%@example.org'`);
  });
});

describe('what people counted for', () => {
  it('[G11] ends 30 days after the report was published, and with the last panel of the forum for good', async () => {
    const { person, panelId, seat } = await seated('ldc');
    const other = await server.panel('open', forumId);
    await profiles.lock(panelId, [seat]);
    await phase(panelId, 'archived');
    await phase(other.panelId, 'open');
    const { forget, reported } = ends();

    await forget(0);
    await reported(panelId, 5);
    await forget(5 + DAYS_AFTER_REPORT - 0.1);
    expect((await profiles.load(panelId)).size).toBe(1);
    await forget(5 + DAYS_AFTER_REPORT);
    expect((await profiles.load(panelId)).size).toBe(0);
    expect(await ownClaims(person)).toHaveLength(1);

    await phase(other.panelId, 'archived');
    await forget(100);
    await forget(100 + DAYS_AFTER_ARCHIVE - 0.1);
    expect(await ownClaims(person)).toHaveLength(1);
    await forget(100 + DAYS_AFTER_ARCHIVE);
    expect(await ownClaims(person)).toEqual([]);
    expect((await view()).groups).toHaveLength(GROUPS.length);
  });

  it('[G11] is forgotten by the rooms that knew it, on every process, and known to have been', async () => {
    const { panelId, seat } = await seated('ldc');
    await profiles.lock(panelId, [seat]);
    await phase(panelId, 'archived');
    const { forget, isForgotten } = ends();
    await forget(0);
    expect(await isForgotten(panelId)).toBe(false);
    expect(forgottenIn).not.toContain(panelId);

    await forget(DAYS_AFTER_ARCHIVE);
    expect(await isForgotten(panelId)).toBe(true);
    await forget(DAYS_AFTER_ARCHIVE + 1 / 24);
    expect(forgottenIn.filter((told) => told === panelId)).toHaveLength(2);
    await forget(DAYS_AFTER_ARCHIVE + 1);
    expect(forgottenIn.filter((told) => told === panelId)).toHaveLength(2);
  });

  it('[G11] ends a year after anything happened in a panel that nobody archives', async () => {
    const { person, panelId, seat } = await seated('ldc');
    await profiles.lock(panelId, [seat]);
    const { forget } = ends();
    await forget(0);
    await moves(panelId);
    await forget(200);
    await forget(DAYS_AFTER_ANYTHING + 199.9);
    expect((await profiles.load(panelId)).size).toBe(1);
    await forget(DAYS_AFTER_ANYTHING + 200);
    expect((await profiles.load(panelId)).size).toBe(0);
    expect(await ownClaims(person)).toEqual([]);
  });

  it('[G11] is not kept for a draft that was left behind, and is for one that is yet to begin', async () => {
    const { person, panelId } = await seated('ldc');
    const draft = await server.panel('open', forumId);
    await phase(panelId, 'archived');
    await phase(draft.panelId, 'scheduled', Date.UTC(2026, 0, 1) + 90 * DAY);
    const { forget } = ends();
    await forget(0);
    await forget(DAYS_AFTER_ARCHIVE);
    expect(await ownClaims(person)).toHaveLength(1);
    await forget(91);
    expect(await ownClaims(person)).toEqual([]);
  });

  it('[G11] leaves what organisers give for the next panel when the last one has ended', async () => {
    const { person, panelId } = await seated('ldc');
    await phase(panelId, 'archived');
    const { forget } = ends();
    await forget(0);
    await forget(DAYS_AFTER_ARCHIVE);
    expect(await ownClaims(person)).toEqual([]);

    await attest(person, 'refugees');
    await forget(DAYS_AFTER_ARCHIVE + 1);
    expect(await ownClaims(person)).toHaveLength(1);
    await server.database.query(`UPDATE forum_groups SET touched_at = '2026-01-01' WHERE forum_id = $1`, [forumId]);
    await forget(DAYS_AFTER_ANYTHING);
    expect(await ownClaims(person)).toEqual([]);
  });

  it('[G11] ends with what a link would have borne when the link is of no use any more', async () => {
    const made = await server.post(at('groups/invitation'), { groups: ['ldc'] }, host);
    await ends().forget(0);
    expect(await borne(made)).toBe(1);
    await server.post('/api/invitations/revoke', { invitationId: made.body['invitationId'] }, host);
    await ends().forget(0);
    expect(await borne(made)).toBe(0);
  });

  it('[G14] is read by this room alone: no other source names its tables', () => {
    const TABLES =
      /\b(forum_groups|claim_code|claim_listed|invitation_claim|claim_profile|claim_ending)\b|\b(from|join|into|update) claim\b/i;
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('claims/'))
      .filter((file) => TABLES.test(readFileSync(join('src', file), 'utf8')));
    expect(sources).toEqual([]);
  });
});

describe('a guess', () => {
  it('[G7] cannot be guessed: whoever guesses is asked to wait, and nobody beside them', async () => {
    const [code = ''] = await codes('refugees', 1);
    const { ada, ben } = {
      ada: await arrives('participant', { forumId }),
      ben: await arrives('participant', { forumId }),
    };
    const tries = await Promise.all(
      Array.from({ length: 40 }, () => server.post('/api/claims/code', { code: randomUUID().slice(0, 14) }, ada)),
    );
    expect(tries.map(({ status }) => status)).not.toContain(200);
    expect((await server.post('/api/claims/code', { code: 'AAAA-AAAA-AAAA' }, ada)).status).toBe(429);
    expect((await server.post('/api/claims/code', { code }, ben)).status).toBe(200);
  });
});

interface View {
  readonly groups: readonly GroupTerms[];
  readonly people: Readonly<Record<string, number | null>>;
  readonly codes: Readonly<Record<string, number | null>>;
}
interface Link {
  readonly line: number;
  readonly name: string;
  readonly email: string | null;
  readonly link: string | null;
}

function at(path: string): string {
  return `/api/forums/${forumId}/${path}`;
}

async function view(): Promise<View> {
  return (await server.get(at('groups'), host.cookie)).body as unknown as View;
}

async function codes(group: string, wanted: number): Promise<string[]> {
  return (await server.post(at('groups/codes'), { group, count: wanted }, host)).body['codes'] as string[];
}

async function take(list: string | object): Promise<readonly Link[]> {
  const body = typeof list === 'string' ? { csv: list } : list;
  const taken = await server.post(at('groups/accreditation'), body, host);
  expect(taken.status).toBe(200);
  return taken.body as unknown as readonly Link[];
}

/** Whoever gets this link uses it. */
async function accepts(given: Link | undefined, email?: string): Promise<Answered> {
  const came = await refusedBy(given, email);
  expect(came.status).toBe(200);
  return came;
}

function refusedBy(given: Link | undefined, email?: string): Promise<Answered> {
  const token = tokenIn(given?.link ?? '');
  const name = `N ${randomUUID().slice(0, 4)}`;
  return server.post('/api/invitations/accept', { token, name, ...(email ? { email } : {}) });
}

function declare(person: Answered, group: string): Promise<Answered> {
  return server.post('/api/claims', { forumId, group }, person);
}

function withdraw(person: Answered, group: string): Promise<Answered> {
  return server.post('/api/claims/withdraw', { forumId, group }, person);
}

async function ownClaims(person: Answered): Promise<readonly unknown[]> {
  const forums = (await server.get('/api/claims', person.cookie)).body as unknown as {
    forumId: string;
    claims: unknown[];
  }[];
  return forums.find((one) => one.forumId === forumId)?.claims ?? [];
}

/** Somebody new with a seat in a new panel of the forum, attested for these groups. */
async function seated(...groups: readonly string[]) {
  const { panelId } = await server.panel('open', forumId);
  await phase(panelId, 'open');
  const person = await arrives('participant', { forumId });
  for (const group of groups) await attest(person, group);
  return { person, panelId, seat: await sits(person, panelId) };
}

async function attest(person: Answered, group: string): Promise<void> {
  await claims([await personOf(person)], group);
}

async function claims(persons: readonly string[], group: string): Promise<void> {
  await server.database.query(
    `INSERT INTO claim (person_id, forum_id, group_id, attested, source) SELECT unnest($1::uuid[]), $2, $3, true, 'code'
     ON CONFLICT (person_id, forum_id, group_id) DO UPDATE SET attested = true, source = 'code'`,
    [persons, forumId, group],
  );
}

async function sits(person: Answered, panelId: string): Promise<string> {
  const seat = randomUUID();
  await server.database.query(
    `INSERT INTO seat (panel_id, seat_id, person_id, name, skeleton, caseless) VALUES ($1, $2::uuid, $3, 'N', $2::text, $2::text)`,
    [panelId, seat, await personOf(person)],
  );
  return seat;
}

async function personOf(person: Answered): Promise<string> {
  const me = await server.get('/api/me', person.cookie);
  return (me.body['session'] as { personId: string }).personId;
}

async function people(wanted: number): Promise<readonly string[]> {
  const made = await server.database.query<{ id: string }[]>(
    `INSERT INTO person (name, email) SELECT 'P', gen_random_uuid() || '@p.invalid' FROM generate_series(1, $1) RETURNING id`,
    [wanted],
  );
  return made.map(({ id }) => id);
}

async function member(email: string, isProven: boolean): Promise<Answered> {
  const person = await arrives('participant', { forumId });
  await server.database.query('UPDATE person SET email = $2, email_verified = $3, guest = false WHERE id = $1', [
    await personOf(person),
    email,
    isProven,
  ]);
  return person;
}

async function forum(): Promise<string> {
  const id = randomUUID();
  await server.database.query(`INSERT INTO forum (forum_id, slug, title, description) VALUES ($1, $2, 'Forum', '')`, [
    id,
    id.slice(0, 8),
  ]);
  return id;
}

async function phase(panelId: string, is: string, startsAt: number | null = null): Promise<void> {
  await server.database.query('UPDATE panel SET summary = $2 WHERE panel_id = $1', [
    panelId,
    JSON.stringify({ phase: is, startsAt }),
  ]);
}

async function moves(panelId: string): Promise<void> {
  await server.database.query('UPDATE panel SET panel_seq = panel_seq + 1 WHERE panel_id = $1', [panelId]);
}

/** Days after the beginning of a time of its own. */
function ends() {
  const forgetting = server.app.get(Forgetting, { strict: false });
  const day = (n: number) => Date.UTC(2026, 0, 1) + n * DAY;
  return {
    forget: (days: number) => forgetting.forget(day(days)),
    reported: (panelId: string, days: number) => forgetting.reportPublished(panelId, day(days), server.database),
    isForgotten: (panelId: string) => forgetting.isForgotten(panelId),
  };
}

async function count(table: string): Promise<number> {
  const [found] = await server.database.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${table} WHERE forum_id = $1`,
    [forumId],
  );
  return found?.count ?? -1;
}

async function borne(made: Answered): Promise<number> {
  const found = await server.database.query<unknown[]>('SELECT 1 FROM invitation_claim WHERE invitation_id = $1', [
    made.body['invitationId'],
  ]);
  return found.length;
}

async function columnsOf(table: string): Promise<readonly string[]> {
  const found = await server.database.query<{ name: string }[]>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY 1`,
    [table],
  );
  return found.map(({ name }) => name);
}

async function arrives(role: Role, place: { forumId?: string; panelId?: string }): Promise<Answered> {
  const made = await server.app.get(Operator).link({ role, ...place });
  if (!made.ok) throw new Error(made.refusal.code);
  const came = await server.post('/api/invitations/accept', {
    token: tokenIn(made.value.link),
    name: `N ${randomUUID().slice(0, 4)}`,
  });
  expect(came.status).toBe(200);
  return came;
}
