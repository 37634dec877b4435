import { createHmac } from 'node:crypto';
import type { Kind } from '../../domain/panel/events.js';

/** What an outside service is asked about: the words, and nothing about whoever wrote them. */
export interface Question {
  readonly panelId: string;
  readonly contributionId: string;
  readonly kind: Kind;
  readonly lang: string;
  readonly text: string;
}

export interface Verdict {
  readonly hold: boolean;
  readonly labels: readonly string[];
}

export interface WebhookOptions {
  readonly url: string;
  readonly secret: string;
  /** ms since the epoch. */
  readonly now: () => number;
}

const TIMEOUT_MS = 2_000;
const ANSWER_MAX = 16_384;
const LABELS_MAX = 8;

/**
 * Asks a service of the organiser’s about a text: `POST` with the header `kurultai-signature: t=SECONDS,v1=HEX`, where HEX
 * is the HMAC-SHA256 under the shared secret of `SECONDS.BODY`. It answers `{hold?, labels?}`.
 *
 * @throws where it does not answer so within two seconds.
 */
export async function askOutside(question: Question, { url, secret, now }: WebhookOptions): Promise<Verdict> {
  const body = JSON.stringify({ type: 'contribution.screen', ...question });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'kurultai-signature': signatureOf(body, secret, now()) },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`The screening service answers ${response.status}.`);
  return verdictIn(await shortText(response));
}

export function signatureOf(body: string, secret: string, now: number): string {
  const seconds = Math.floor(now / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

async function shortText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > ANSWER_MAX) throw new Error('The screening service answers too much.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function verdictIn(text: string): Verdict {
  const answer = JSON.parse(text) as { readonly hold?: unknown; readonly labels?: unknown } | null;
  const labels = Array.isArray(answer?.labels) ? answer.labels.filter((label) => typeof label === 'string') : [];
  return { hold: answer?.hold === true, labels: labels.slice(0, LABELS_MAX) };
}
