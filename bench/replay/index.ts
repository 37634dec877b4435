import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rounded } from '../support/measure.js';
import { startProduct } from '../support/processes.js';
import { onPhone } from './phone.js';
import { stored } from './record.js';

/**
 * A replay of 100,000 entries on a phone, from the first request to playing at 64 times; beside it the same seeks by
 * folding the record from its first entry for each of them.
 */
export async function replay(serverUrl: string | null, { entries }: { readonly entries: number }) {
  // The browser cannot tell the engines apart.
  if (serverUrl) return { bench: 'replay', engine: 'postgres', skipped: 'The same in the browser.' };

  const folder = mkdtempSync(join(tmpdir(), 'kurultai-bench-'));
  try {
    const { panelId, told } = await stored(folder, entries);
    const product = await startProduct(null, folder);
    // Somebody else has looked at it since the server started.
    await fetch(`${product.url}/api/panels/${panelId}/record/histogram?buckets=480`);
    const { bareSeekMs, ...phone } = await onPhone(`${product.url}/panels/${panelId}/replay`, told).finally(
      product.stop,
    );
    return {
      bench: 'replay',
      engine: product.engine,
      entries,
      product: phone,
      bareFoldFromTheStart: { seekMs: bareSeekMs },
      ratio: rounded(phone.seekMs.p50 / bareSeekMs.p50),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
