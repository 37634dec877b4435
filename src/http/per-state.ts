import type { RecordState } from '../../domain/panel/state.js';

const KEPT = 4;

/**
 * What was computed of a record stays as long as that record state does: a thousand who arrive at once cost one
 * computation. At most four answers a state.
 */
export class PerState<T> {
  private readonly kept = new WeakMap<RecordState, Map<string, Promise<T>>>();

  get(record: RecordState, key: string, compute: () => Promise<T>): Promise<T> {
    const answers = this.kept.get(record) ?? new Map<string, Promise<T>>();
    this.kept.set(record, answers);

    const known = answers.get(key);
    if (known) return known;

    const [oldest] = answers.keys();
    if (answers.size >= KEPT && oldest !== undefined) answers.delete(oldest);
    const answer = compute();
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    return answer;
  }
}
