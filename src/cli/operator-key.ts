import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The key with which a program acts for whoever runs the server: from the environment, else from its data folder. */
export async function operatorKeyFor(config: {
  readonly operatorKey: string | null;
  readonly dataDir: string;
}): Promise<string> {
  if (config.operatorKey) return config.operatorKey;
  const path = join(config.dataDir, 'operator.key');
  const key = await readFile(path, 'utf8').catch(() => null);
  if (key === null) {
    throw new Error(
      `There is no operator key in ${path}: give it with --key or KURULTAI_OPERATOR_KEY, or name the server’s folder with KURULTAI_DATA.`,
    );
  }
  return key.trim();
}
