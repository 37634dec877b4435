import { describe, expect, it } from '@jest/globals';
import { AuditPace } from './audit-pace.js';

describe('the pace of audits', () => {
  it('[S51] the same set is free, in whatever order; of different ones a person has forty', async () => {
    const pace = new AuditPace();
    for (let i = 0; i < 40; i++) {
      await pace.spend('hana', ['a', `c${i}`]);
      await pace.spend('hana', [`c${i}`, 'a']);
    }
    await expect(pace.spend('hana', ['a', 'b'])).rejects.toMatchObject({ refusal: { code: 'too-many' } });
    await expect(pace.spend('hana', ['a', 'c39'])).resolves.toBeUndefined();
    await expect(pace.spend('mo', ['a', 'b'])).resolves.toBeUndefined();
  });
});
