/** What the server counted so far, by its own account at /metrics. */
export interface Counts {
  /** Messages that reached a handler, whatever their outcome, but for those named. */
  readonly handled: number;
  /** Messages that changed something or were answered with what they asked for. */
  readonly done: number;
  readonly faults: number;
  readonly sockets: number;
}

export async function countsAt(url: string, except: readonly string[] = []): Promise<Counts> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const samples = [...text.matchAll(/^(kurultai_\w+)(?:\{(.*)\})? (\S+)$/gm)].map(
    ([, metric = '', labels = '', value]) => ({
      metric,
      labels,
      value: Number(value),
    }),
  );
  const sum = (metric: string, is: (labels: string) => boolean = () => true) =>
    samples.filter((each) => each.metric === metric && is(each.labels)).reduce((total, each) => total + each.value, 0);
  const isCounted = (labels: string) => !except.some((name) => labels.includes(`name="${name}"`));

  return {
    handled: sum('kurultai_intents_total', isCounted),
    done: sum('kurultai_intents_total', (labels) => isCounted(labels) && labels.includes('outcome="ok"')),
    faults: sum('kurultai_faults_total'),
    sockets: sum('kurultai_sockets'),
  };
}
