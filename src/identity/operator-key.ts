import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Injection token of the operator’s key. */
export const OPERATOR_KEY = Symbol('operator key');

/**
 * The key with which programs of whoever runs this server act on it. 256 bits in a file only its owner may read, made at
 * first start.
 */
export async function operatorKey(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'operator.key');
  await mkdir(dataFolder, { recursive: true });
  try {
    // `wx`: of two that start at once, one writes and both read the same.
    await writeFile(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = (await readFile(path, 'utf8')).trim();
  if (key.length < 32) throw new Error(`The key in ${path} is too short. Delete the file to have a new one made.`);
  return key;
}
