import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DemoDesk } from './desk.js';
import { as, DeskHouse } from './testing/desk-house.js';

const PERSON = as('somebody at the desk', 'moderator');

describe('the demonstration’s desk', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('[T12] always leaves six to ten items for people', async () => {
    const { house, stop } = opened(6);
    const seen: number[] = [];

    for (let i = 0; i < 60; i++) {
      await house.crowdSays(`speaker ${i % 9}`, `item ${i}`);
      await jest.advanceTimersByTimeAsync(7_000);
      seen.push(house.waiting());
    }

    expect(Math.min(...seen.slice(5))).toBeGreaterThanOrEqual(6);
    expect(Math.max(...seen)).toBeLessThanOrEqual(11);
    expect(house.about('Decided').length).toBeGreaterThan(45);
    await stop();
  });

  it('[T12] leaves one more every 20 to 40 seconds, and lets the others through soon', async () => {
    const { house, stop } = opened(6);
    const lefts: number[] = [];

    for (let i = 0, before = 6; i < 12; i++) {
      await house.crowdSays(`speaker ${i % 9}`, `item ${i}`);
      await jest.advanceTimersByTimeAsync(8_000);
      if (house.waiting() > before) lefts.push(i * 8);
      before = house.waiting();
    }

    const between = lefts.slice(1).map((at, i) => at - (lefts[i] ?? 0));
    expect(lefts.length).toBeGreaterThanOrEqual(3);
    expect(Math.min(...between)).toBeGreaterThanOrEqual(16);
    expect(Math.max(...between)).toBeLessThanOrEqual(48);
    await stop();
  });

  it('[T12] leaves more to people who decide what was left', async () => {
    const { house, stop } = opened(0);
    for (let i = 0; i < 40; i++) {
      await house.crowdSays(`speaker ${i % 9}`, `item ${i}`);
      await jest.advanceTimersByTimeAsync(7_000);
    }
    expect(house.waiting()).toBeGreaterThanOrEqual(9);

    for (const contributionId of [...house.chronicle.panel.docket.waiting.keys()].slice(0, 5)) {
      house.does(PERSON, 'take', { contributionId });
      house.does(PERSON, 'publish', { contributionId });
    }
    const left = house.waiting();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(house.waiting()).toBe(left);
    await stop();
  });

  it('[T12, T15] decides nothing of what others say, and costs them neither turn nor place', async () => {
    const { house, stop } = opened(30);
    const ids = [...house.chronicle.panel.docket.waiting.keys()];
    house.visitorSays('visitor 0');
    const { review } = house.chronicle.queues;
    const standings = () => ids.map((id) => review.standingOf(id));
    const before = standings();

    await jest.advanceTimersByTimeAsync(90_000);

    expect(house.about('Decided', 'Looked', 'Escalated')).toEqual([]);
    expect(standings()).toEqual(before);
    expect(ids.map((_, i) => review.turnsOf(`visitor ${i}`))).toEqual(ids.map(() => 0));
    // Once for each author: the second item of the first never comes to it.
    expect(house.about('Taken')).toHaveLength(30);
    expect(house.asked).toBeLessThan(200);
    expect(house.chronicle.panel.docket.leased.size).toBe(0);
    await stop();
  });

  it('[T15] takes what the queue hands out next, and nothing out of order', async () => {
    const { house, stop } = opened(12);
    for (let i = 0; i < 30; i++) {
      await house.crowdSays(`speaker ${i % 9}`, `item ${i}`);
      await jest.advanceTimersByTimeAsync(7_000);
    }
    const lanes = new Set(house.chronicle.events.map(({ event }) => event.type === 'Taken' && event.lane));
    expect(lanes).toEqual(new Set([false, 'seniority', 'equity', 'again']));
    expect(new Set(house.about('Decided')).size).toBeGreaterThan(20);
    await stop();
  });

  it('[T15] leaves an item to whoever was quicker, and what was handed on to a host', async () => {
    const { house, stop } = opened(30);
    const theirs = await house.crowdSays('speaker 1', 'theirs');
    const handedOn = await house.crowdSays('speaker 2', 'handed on');
    const ours = await house.crowdSays('speaker 3', 'ours');
    const idOf = (sent: typeof theirs) => (sent.ok ? sent.value.contributionId : '');
    house.does(PERSON, 'take', { contributionId: idOf(handedOn) });
    house.does(PERSON, 'escalate', { contributionId: idOf(handedOn), note: 'For a host.' });
    house.does(PERSON, 'take', { contributionId: idOf(theirs) });

    for (let i = 0; i < 11; i++) {
      await jest.advanceTimersByTimeAsync(60_000);
      if (house.chronicle.panel.docket.leased.has(idOf(theirs))) {
        house.does(PERSON, 'renewLease', { contributionId: idOf(theirs) });
      }
    }
    expect(new Set(house.about('Decided', 'Looked'))).toEqual(new Set([idOf(ours)]));
    expect(house.chronicle.panel.docket.leased.size).toBe(1);
    await stop();
  });

  it('[T15] agrees to a decline of what its crowd says, and leaves one of anybody else to people', async () => {
    const { house, stop } = opened(0);
    const sent = await house.crowdSays('speaker 1', 'ours');
    const ours = sent.ok ? sent.value.contributionId : '';
    const others = house.visitorSays('visitor');
    for (const contributionId of [ours, others]) {
      house.does(PERSON, 'take', { contributionId });
      house.does(PERSON, 'decline', { contributionId, ruleId: 'on-topic' });
    }
    await jest.advanceTimersByTimeAsync(60_000);

    expect(house.chronicle.panel.docket.items.get(ours)?.standing).toBe('declined');
    expect(house.chronicle.panel.docket.items.get(others)?.standing).toBe('waiting');
    expect(house.about('Decided')).toEqual([ours]);
    await stop();
  });
});

function opened(waitingOfVisitors: number) {
  const house = new DeskHouse(waitingOfVisitors);
  let throws = 7;
  const desk = new DemoDesk({
    panelId: house.panelId,
    moderator: house.voice('first', 'moderator'),
    second: house.voice('second', 'moderator'),
    own: house.words,
    random: () => (throws = (throws * 48_271) % 2_147_483_647) / 2_147_483_647,
  });
  const stopping = new AbortController();
  const done = desk.work(stopping.signal).catch((reason: unknown) => reason);
  const stop = async () => {
    stopping.abort(new Error('over'));
    await done;
  };
  return { house, stop };
}
