/** A file that cannot be read as what it says it is. `line` counts from 1; null when the whole file is at fault. */
export class BrokenFile extends Error {
  override readonly name = 'BrokenFile';

  constructor(
    readonly file: string,
    readonly line: number | null,
    readonly reason: string,
  ) {
    super(line === null ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`);
  }
}
