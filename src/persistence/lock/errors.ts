import type { Owner } from './owner.js';

/** Another process has the folder open. The message is one sentence for the person who started this one. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(
    readonly folder: string,
    readonly owner: Owner | null,
  ) {
    super(
      `The folder ${folder} is in use by ${described(owner)}: stop that process first, or give this one a folder of its own with KURULTAI_DATA.`,
    );
  }
}

/** The folder cannot be made or written to. The message is one sentence for the person who started this process. */
export class FolderNotWritable extends Error {
  override readonly name = 'FolderNotWritable';

  constructor(
    readonly folder: string,
    cause: NodeJS.ErrnoException,
  ) {
    super(
      `The folder ${folder} cannot be written to (${cause.code ?? cause.message}): give this user the right to write there, or name another folder with KURULTAI_DATA.`,
      { cause },
    );
  }
}

function described(owner: Owner | null): string {
  if (!owner) return 'another process';

  const port = owner.port === undefined ? '' : `, which listens on port ${owner.port}`;
  return `process ${owner.pid} on ${owner.host}${port}`;
}
