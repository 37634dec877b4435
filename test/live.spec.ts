import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Person } from './support/people.js';
import { until, World } from './support/world.js';

describe('a panel, live', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  it('[R11] shows a late joiner what everyone else saw', async () => {
    const ana = await world.seat('Ana');
    const ben = await world.seat('Ben');
    await world.panel.publish(await ana.says('Good morning'));
    await world.panel.publish(await ben.says('صباح الخير', { lang: 'ar' }));

    await world.reader();
    await world.converges();
  });

  it('[R12] gives somebody who was cut off what they missed, once', async () => {
    const cai = await world.seat('Cai');
    const dua = await world.seat('Dua');
    cai.loses('connection');
    await world.panel.publish(await dua.says('Said while nobody listened'));
    cai.returns();
    await world.converges();
  });

  it('[R13] notices a frame that was lost on a standing connection and asks for it', async () => {
    const eli = await world.seat('Eli');
    const fay = await world.seat('Fay');
    eli.network.loseEvery(2);
    for (let i = 0; i < 5; i++) await world.panel.publish(await fay.says(`Number ${i}`));
    await world.converges();
  });

  it('[R14] keeps what is said without a network and sends it once it is back', async () => {
    const gul = await world.seat('Gul');
    gul.loses('connection');
    const said = gul.says('Kept on the device');
    gul.returns();
    const id = await said;
    await until(() => gul.store.snapshot().mine?.items.some((item) => item.contributionId === id) ?? false, 'my item');
    expect(gul.store.snapshot().mine?.items.filter(({ text }) => text === 'Kept on the device')).toHaveLength(1);
  });

  it('[R15] takes redacted words away from everybody, from the pages and from whoever comes later', async () => {
    const { panelId } = world.panel;
    const hal = await world.seat('Hal');
    const id = await hal.says('canary-redacted-words');
    await world.panel.publish(id);
    const reply = await hal.says('A reply that stays', { parentId: id });
    await world.panel.publish(reply);
    await world.panel.moderator.does('redact', {
      panelId,
      contributionId: id,
      ruleId: await firstRule(world),
      note: '',
    });

    await world.reader();
    await world.converges();
    expect(JSON.stringify(await world.entries())).not.toContain('canary-redacted-words');
    const record = hal.store.snapshot().record;
    expect(record?.contributions.get(id)).toMatchObject({ words: null, redacted: { cause: 'rule' } });
    expect(record?.contributions.get(reply)).toMatchObject({ words: { text: 'A reply that stays' }, parentId: id });
  });

  it('[C20] tells the author at once what was decided and why', async () => {
    const { panelId } = world.panel;
    const ida = await world.seat('Ida');
    const id = await ida.says('To be declined');
    await world.panel.moderator.does('take', { panelId, contributionId: id });
    await world.panel.moderator.does('decline', {
      panelId,
      contributionId: id,
      ruleId: await firstRule(world),
      note: 'Off the topic.',
    });

    const mine = () => ida.store.snapshot().mine?.items.find((item) => item.contributionId === id);
    await until(() => mine()?.standing === 'declined', 'the decision');
    expect(mine()?.statement).toMatchObject({ verdict: 'decline', note: 'Off the topic.', automated: false });
  });

  it('[R16] answers fifty copies of one intent alike and stores it once', async () => {
    const { panelId, threadId } = world.panel;
    const jon = await world.panel.person('participant', 'Jon');
    const twin = await new Person(jon.url, jon.cookie).connect();
    await jon.connect();
    const intent = { panelId, threadId, intentId: randomUUID(), kind: 'comment', text: 'Once', lang: 'en' };

    const replies = await Promise.all(Array.from({ length: 50 }, (_, i) => (i % 2 ? jon : twin).ask('submit', intent)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]).toMatchObject({ ok: true });

    const mine = await jon.ask('mine', { panelId });
    expect(mine.ok && mine.value.items.filter(({ text }) => text === 'Once')).toHaveLength(1);
    for (const one of [jon, twin]) one.disconnect();
  });

  it('[R17] tells everybody how many are here', async () => {
    const kim = await world.seat('Kim');
    await until(() => (kim.store.snapshot().here ?? 0) > 1, 'a count of readers');
  });
});

async function firstRule(world: World): Promise<string> {
  const [first] = await world.entries();
  if (first?.event.type !== 'PanelDrafted') throw new Error('No panel.');
  return first.event.rules[0]?.id ?? '';
}
