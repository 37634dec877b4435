import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FloorShown, FloorView } from '../domain/wire/floor.js';
import type { Person } from './support/people.js';
import { until, World } from './support/world.js';

describe('the floor, live', () => {
  let world: World;
  let ana: Person;
  let ben: Person;
  const heard: FloorShown[] = [];

  beforeAll(async () => {
    world = await World.open();
    const { panelId } = world.panel;
    [ana, ben] = await Promise.all([
      world.panel.person('participant', 'Ana'),
      world.panel.person('participant', 'Ben'),
    ]);
    await Promise.all([ana.connect(), ben.connect()]);
    await ben.ask('join', { panelId });
    ben.socket.on('floor', (shown) => heard.push(shown));
    await world.panel.host.does('setFloor', { panelId, open: true, slotSeconds: 60 });
  });
  afterAll(async () => {
    ana.disconnect();
    ben.disconnect();
    await world.close();
  });

  it('[F15][F18] is told to everybody within a second of every move, and given once however often it is tapped', async () => {
    const { panelId, host } = world.panel;
    const { requestId } = await ana.does('askToSpeak', { panelId, kind: 'topic', note: 'The dam' });
    await until(() => heard.at(-1)?.next?.who.name === 'Ana', 'who is next', 1_000);
    await ben.does('askToSpeak', { panelId, kind: 'topic', attribution: 'role' });
    await host.does('giveFloor', { panelId, after: null });
    await expect(host.does('giveFloor', { panelId, after: null })).rejects.toThrow('floor-moved');
    await until(() => heard.at(-1)?.speaking?.who.name === 'Ana', 'who speaks', 1_000);
    expect(heard.at(-1)).toEqual({
      panelId,
      open: true,
      slotSeconds: 60,
      speaking: expect.objectContaining({ requestId, kind: 'topic', at: expect.any(Number) }),
      next: null,
      waiting: 1,
    });
  });

  it('[F12] answers each with what is theirs, and hosts with everybody who waits', async () => {
    expect(await floorFor(ben)).toMatchObject({ mine: [{ place: 1, attribution: 'role' }], hosting: null });
    expect(await floorFor(ana)).toMatchObject({ mine: [{ isSpeaking: true, note: 'The dam' }], hosting: null });
    const { hosting } = await floorFor(world.panel.host);
    expect(hosting).toMatchObject({ coming: [{ kind: 'topic', who: { name: null } }], others: [], fairness: null });
    expect(JSON.stringify(hosting)).not.toContain('Ben');
  });

  it('[F7] ends a speech by its speaker, and stands in the record for whoever comes later', async () => {
    const { panelId } = world.panel;
    const { requestId = '' } = (await floorFor(ana)).speaking ?? {};
    await ana.does('endSpeech', { panelId, requestId });
    await until(() => heard.at(-1)?.speaking === null, 'the end');
    const last = (await world.entries()).at(-1)?.event;
    expect(last).toMatchObject({ type: 'FloorEnded', seconds: expect.any(Number) });
    const [speech] = (await world.entries()).flatMap(({ event }) => (event.type === 'FloorGiven' ? [event] : []));
    const seat = speech?.body?.speaker ?? '';
    const people = await fetch(`${world.server.url}/api/panels/${panelId}/people?seats=${seat}`);
    expect(await people.json()).toMatchObject({ [seat]: { name: 'Ana' } });
    await world.reader();
    await world.converges();
  });

  it('[F24] tells whoever is declined why at once, and nobody else', async () => {
    const { panelId, host } = world.panel;
    const [{ requestId } = { requestId: '' }] = (await floorFor(ben)).mine;
    await host.does('declineRequest', { panelId, requestId, ruleId: 'on-topic', note: 'Later today.' });
    await until(() => heard.at(-1)?.waiting === 0, 'that nobody waits', 1_000);
    expect((await floorFor(ben)).mine).toMatchObject([
      { ended: { why: 'declined', statement: { note: 'Later today.' } } },
    ]);
    expect(JSON.stringify(await floorFor(host))).not.toContain('Later today.');
    expect(JSON.stringify(await world.entries())).not.toContain('Later today.');
  });

  it('[F23] is pushed with a pause and with the close, and whoever waited is told that it is over', async () => {
    const { panelId, host } = world.panel;
    await ana.does('askToSpeak', { panelId, kind: 'topic' });
    await until(() => heard.at(-1)?.waiting === 1, 'who waits', 1_000);
    await host.does('pausePanel', { panelId });
    await until(() => heard.at(-1)?.open === false, 'the pause', 1_000);
    await host.does('resumePanel', { panelId });
    await until(() => heard.at(-1)?.open === true, 'the end of the pause', 1_000);
    await host.does('closePanel', { panelId });
    await until(() => heard.at(-1)?.waiting === 0, 'the close', 1_000);
    expect(heard.at(-1)).toMatchObject({ open: false, next: null });
    expect((await floorFor(ana)).mine).toMatchObject([{ ended: { why: 'closed', statement: null } }]);
  });

  async function floorFor(person: Person): Promise<FloorView> {
    return (await (await person.fetch(`/api/panels/${world.panel.panelId}/floor`)).json()) as FloorView;
  }
});
