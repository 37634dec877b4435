import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

describe('the metrics', () => {
  it('[W5] count intents by name and outcome, and what came too fast', async () => {
    const metrics = new Metrics();
    metrics.intent('submit', 'ok', 0.004);
    metrics.intent('submit', 'too-many', 0.0001);
    metrics.intent('submit', 'too-many', 0.0001);

    const text = await metrics.text();
    expect(text).toContain('kurultai_intents_total{name="submit",outcome="ok"} 1');
    expect(text).toContain('kurultai_rate_refusals_total{name="submit"} 2');
    expect(text).toContain('kurultai_intent_seconds_count{name="submit"} 3');
  });

  it('[W5] show commits, deliveries, cut readers and what is true right now', async () => {
    const metrics = new Metrics();
    metrics.committed(30, 0.01);
    metrics.delivered(1000);
    metrics.cut();
    const leave = metrics.count(() => ({ sockets: 7, openPanels: 2, recordEntries: 90 }));

    const text = await metrics.text();
    expect(text).toContain('kurultai_commit_entries_sum 30');
    expect(text).toContain('kurultai_deliveries_total 1000');
    expect(text).toContain('kurultai_readers_cut_total 1');
    expect(text).toContain('kurultai_sockets 7');
    expect(text).toContain('kurultai_open_panels 2');
    expect(text).toContain('kurultai_record_entries 90');
    expect(text).toContain('process_cpu_seconds_total');

    leave();
    expect(await metrics.text()).toContain('kurultai_sockets 0');
  });
});
