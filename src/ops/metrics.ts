import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What only the rooms know; read when somebody asks for the metrics. */
export interface Counted {
  readonly sockets: number;
  readonly openPanels: number;
  /** Sum of the record heads of the panels this process has at hand. */
  readonly recordEntries: number;
}

/**
 * What this process counts, for Prometheus. Its methods are plain functions bound to it: rooms that must not know this
 * room are handed them as callbacks.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly intents = this.counter('kurultai_intents_total', 'Messages answered, by name and outcome.', [
    'name',
    'outcome',
  ]);
  private readonly seconds = this.histogram('kurultai_intent_seconds', 'Time to answer a message.', LATENCIES, [
    'name',
  ]);
  private readonly commits = this.histogram(
    'kurultai_commit_seconds',
    'Time of one transaction of a panel.',
    LATENCIES,
  );
  private readonly batches = this.histogram(
    'kurultai_commit_entries',
    'Entries committed in one transaction.',
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
  );
  private readonly deliveries = this.counter(
    'kurultai_deliveries_total',
    'Record entries handed to a reader’s connection.',
  );
  private readonly cuts = this.counter(
    'kurultai_readers_cut_total',
    'Connections ended because their reader was too slow.',
  );
  private readonly refusals = this.counter(
    'kurultai_rate_refusals_total',
    'Messages refused for coming too fast, by name.',
    ['name'],
  );
  private readonly faults = this.counter('kurultai_faults_total', 'Faults on our side.');
  private readonly sources = new Set<() => Counted>();

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.gauge('kurultai_sockets', 'Connected sockets.', 'sockets');
    this.gauge('kurultai_open_panels', 'Panels this process has at hand.', 'openPanels');
    this.gauge('kurultai_record_entries', 'Record entries of the panels this process has at hand.', 'recordEntries');
  }

  /** `outcome` is `ok` or the code of the refusal. */
  readonly intent = (name: string, outcome: string, seconds: number): void => {
    this.intents.inc({ name, outcome });
    this.seconds.observe({ name }, seconds);
    if (outcome === 'too-many') this.refusals.inc({ name });
  };

  readonly committed = (entries: number, seconds: number): void => {
    this.batches.observe(entries);
    this.commits.observe(seconds);
  };

  readonly delivered = (entries: number): void => this.deliveries.inc(entries);

  readonly cut = (): void => this.cuts.inc();

  readonly fault = (): void => this.faults.inc();

  /** Adds a source of what is true right now. Returns how to take it away again. */
  readonly count = (source: () => Counted): (() => void) => {
    this.sources.add(source);
    return () => this.sources.delete(source);
  };

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private counter<L extends string = never>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  private histogram<L extends string = never>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly L[] = [],
  ): Histogram<L> {
    return new Histogram({ name, help, buckets, labelNames, registers: [this.registry] });
  }

  private gauge(name: string, help: string, what: keyof Counted): void {
    const sources = () => this.sources;
    new Gauge({
      name,
      help,
      registers: [this.registry],
      collect() {
        this.set([...sources()].reduce((sum, source) => sum + source()[what], 0));
      },
    });
  }
}

const LATENCIES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
