import { describe, expect, it } from '@jest/globals';
import { attested, declared, panelWith } from './testing/panel.js';

const plainly = (order: string) => order.replace(/\[\w+\]/g, '');

describe('the worked examples', () => {
  it('[Q21] A1 with every place to the longest wait, it is a line of people', () => {
    const panel = panelWith({ every: 1, minutesPerTurn: 0 });
    panel.submits('a', 0, { items: 3 }).submits('b', 3).submits('c', 4);

    expect(plainly(panel.order())).toBe('a1 b c a2 a3');
  });

  it('[Q21] A2 somebody with four items comes once before everybody else came', () => {
    const panel = panelWith({});
    panel.submits('a', 0, { items: 4 }).submits('b', 1).submits('c', 2).submits('d', 3);

    expect(panel.order(4)).toBe('a1 b c d[WAITED_LONGEST]');
    expect(plainly(panel.order())).toBe('a2 a3 a4');
  });

  it('[Q21] A3 a group with a floor of a quarter gets its turns as they fall due', () => {
    const panel = panelWith({ groups: [{ id: 'LDC', floor: 2_500 }] });
    for (let i = 0; i < 8; i++) panel.submits(`w${i + 1}`, i);
    panel.submits('l1', 8, { claims: attested('LDC') }).submits('l2', 9, { claims: attested('LDC') });

    const told: string[] = [];
    for (let place = 0; place < 10; place++) told.push(`${panel.order(1)} ${panel.owed('LDC')}`);
    expect(told).toEqual([
      'w1 0.25',
      'w2 0.5',
      'l1[BALANCE] -0.25',
      'w3[WAITED_LONGEST] 0',
      'w4 0.25',
      'w5 0.5',
      'l2[BALANCE] -0.25',
      'w6[WAITED_LONGEST] 0',
      'w7 0.25',
      'w8 0.5',
    ]);
  });

  it('[Q21] A4 whoever counts for two groups settles what both are owed', () => {
    const groups = ['AFR', 'YOUTH'].map((id) => ({ id, floor: 2_000 }));
    const panel = panelWith({ groups, every: null });
    for (let i = 0; i < 4; i++) panel.submits(`w${i + 1}`, i);
    panel.submits('y', 4, { claims: attested('AFR') }).submits('z', 5, { claims: attested('YOUTH') });
    panel.submits('x', 6, { claims: attested('AFR', 'YOUTH') });

    expect(panel.order(3)).toBe('w1 w2 w3');
    expect(panel.queue.owedTo('x').reduce((sum, { turns }) => sum + turns, 0)).toBeCloseTo(1.2, 12);
    expect(panel.order(1)).toBe('x[BALANCE]');
    expect([panel.owed('AFR'), panel.owed('YOUTH')]).toEqual([-0.2, -0.2]);
    expect(panel.order()).toBe('w4 y z');
  });

  it.each([
    ['declared', declared('REF'), 'w1 w2 w3 r'],
    ['attested', attested('REF'), 'w1 r[BALANCE] w2 w3'],
  ])('[Q21] [Q28] A5 a claim that is %s', (_how, claims, order) => {
    const panel = panelWith({ groups: [{ id: 'REF', floor: 5_000 }], every: null });
    panel.submits('w1', 0).submits('w2', 1).submits('w3', 2).submits('r', 3, { claims });

    expect(panel.order()).toBe(order);
  });

  it.each([
    ['everybody in line', 0, 1, 11],
    ['a floor of .3', 3_000, 4, 15],
    ['a floor of .9', 9_000, 4, 40],
  ])(
    '[Q21] [Q23] A6 an endless stream of new people of a group keeps nobody waiting for ever: %s',
    (_how, floor, every, at) => {
      const panel = panelWith({ groups: [{ id: 'LDC', floor }], every });
      for (let i = 0; i < 10; i++) panel.submits(`w${i}`, 0);
      panel.submits('x', 0);

      let served = 0;
      for (let minute = 1; panel.queue.readyOf('x') !== null; minute++) {
        panel.submits(`new ${minute}`, minute, { claims: attested('LDC') });
        panel.serves(minute);
        served += 1;
      }
      expect(served).toBe(at);
    },
  );

  it.each([
    [0, 'l1 w1 w2 w3 w4 w5 w6 l2 l3 l4 l5 l6'],
    [1, 'l1 w1 w2 l2[BALANCE] w3 w4 w5 w6 l3 l4 l5 l6'],
    [99, 'l1 w1 w2 l2 w3 l3 l4 w4 l5 w5 l6 w6'],
  ])('[Q21] A7 one person answers for a group no more often than the guard of %s lets them', (newcomerGuard, order) => {
    const panel = panelWith({ groups: [{ id: 'LDC', floor: 6_000 }], every: null, newcomerGuard });
    panel.submits('l', 0, { items: 6, claims: attested('LDC') });
    for (let i = 1; i <= 6; i++) panel.submits(`w${i}`, i);

    const told = panel.order();
    expect(newcomerGuard === 99 ? plainly(told) : told).toBe(order);
  });
});
