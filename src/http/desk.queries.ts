import { Whole } from './shaped.js';

export class HistoryQuery {
  @Whole({ min: 1, description: 'Only decisions before this one, by their `order`: `next` of the page before.' })
  before?: number;

  @Whole({ min: 1, max: 200, description: 'At most so many decisions.' })
  limit: number = 50;
}
