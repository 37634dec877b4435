import { resolve } from 'node:path';
import type { Counts } from './polis/counts.js';

/** One line of the answer of `POST /api/operator/import`. */
export type ImportLine =
  | { readonly type: 'progress'; readonly done: number; readonly all: number }
  | { readonly type: 'done'; readonly counts: Counts }
  | { readonly type: 'refused'; readonly message: string };

/** Lets the server that has the database open do the import: the folder is read by it, on the same machine. */
export async function importThere(
  server: { readonly url: string; readonly key: string },
  folder: string,
  forum: string,
  onProgress: (done: number, all: number) => void,
): Promise<Counts> {
  const response = await fetch(`${server.url}/api/operator/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ folder: resolve(folder), forum }),
  }).catch((error: unknown) => {
    throw new Error(`The server that has the folder open does not answer at ${server.url}.`, { cause: error });
  });
  if (!response.ok || !response.body) throw new Error(`The running server refused the import (${response.status}).`);

  for await (const line of linesOf(response.body)) {
    const said = JSON.parse(line) as ImportLine;
    if (said.type === 'done') return said.counts;
    if (said.type === 'refused') throw new Error(said.message);
    onProgress(said.done, said.all);
  }
  throw new Error('The running server stopped before the import was done: nothing was imported, try again.');
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of body) {
    const lines = (held + decoder.decode(chunk, { stream: true })).split('\n');
    held = lines.pop() ?? '';
    yield* lines;
  }
  if (held !== '') yield held;
}
