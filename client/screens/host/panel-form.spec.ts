import { describe, expect, it } from '@jest/globals';
import type { RecordState } from '../../../domain/panel/state.js';
import { asChanges, changesTo, faultsOf, formOf, instant, type PanelForm } from './panel-form.js';

const RULE = { id: 'on-topic', title: 'Speak to the topic', text: 'Write about it.' };
const FORM: PanelForm = { title: 'Water', description: '', languages: ['kk'], startsAt: '', endsAt: '', rules: [RULE] };

describe('the form of a panel', () => {
  it('shows the times of the record in the zone of the host, to the minute', () => {
    const startsAt = Date.UTC(2027, 4, 1, 9, 30);
    const form = formOf({ ...FORM, startsAt, endsAt: null } as unknown as RecordState);
    expect(form.startsAt).toMatch(/^2027-0[45]-\d\dT\d\d:\d\d$/);
    expect(instant(form.startsAt)).toBe(startsAt);
    expect(instant(form.endsAt)).toBeNull();
  });

  it('holds only what differs from the record', () => {
    expect(changesTo(FORM, FORM)).toEqual({});
    expect(changesTo(FORM, { ...FORM, title: 'Grain', rules: [{ ...RULE }] })).toEqual({ title: 'Grain' });
  });

  it('names what cannot be accepted, by the rules of the domain', () => {
    expect(faultsOf(FORM)).toEqual({});
    expect(faultsOf({ ...FORM, title: 'two\nlines' })).toEqual({ title: 'line-error' });
    expect(faultsOf({ ...FORM, description: 'x'.repeat(4001) })).toEqual({ description: 'text-error' });
    expect(faultsOf({ ...FORM, endsAt: '2027-05-01T10:00' })).toEqual({ startsAt: 'start-error' });
    expect(faultsOf({ ...FORM, startsAt: '2027-05-01T10:00', endsAt: '2027-05-01T10:00' })).toEqual({
      endsAt: 'end-error',
    });
    expect(faultsOf({ ...FORM, rules: [] })).toEqual({ rules: 'rules-error' });
    expect(faultsOf({ ...FORM, rules: [{ ...RULE, title: ' ' }] })).toEqual({ rules: 'rules-error' });
  });

  it('takes from storage nothing but what it is made of', () => {
    expect(asChanges(null)).toEqual({});
    expect(asChanges({ title: 3, rules: [RULE, { id: 1 }], languages: ['kk', 7], more: true })).toEqual({
      rules: [RULE],
      languages: ['kk'],
    });
  });
});
