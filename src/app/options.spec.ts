import { describe, expect, it } from '@jest/globals';
import { optionsIn } from './options.js';

describe('the command line', () => {
  it('[W30] runs the demonstration unless told not to, and knows no other words', () => {
    expect(optionsIn([])).toEqual({ demo: true, json: false });
    expect(optionsIn(['--no-demo', '--json'])).toEqual({ demo: false, json: true });
    expect(() => optionsIn(['--nodemo'])).toThrow('There is no option --nodemo');
  });
});
