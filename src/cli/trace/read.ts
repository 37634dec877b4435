import { Fingerprint } from '../polis/csv.js';
import { tableOf } from '../polis/table.js';

export interface Submission {
  readonly author: string;
  /** People who agreed, as the export counts them. */
  readonly agrees: number;
}

export interface Conversation {
  /** By time, ties by their order in the file; those without a time are left out. */
  readonly submissions: readonly Submission[];
  /** The opinion group of every voter who has one. */
  readonly groups: ReadonlyMap<string, string>;
}

const COMMENTS = ['timestamp', 'author-id', 'agrees'];
const PARTICIPANTS = ['participant', 'group-id'];

/**
 * What a trace needs of a Polis export: comments.csv and participants-votes.csv.
 *
 * @throws BrokenFile with file, line and reason.
 */
export async function readConversation(folder: string): Promise<Conversation> {
  const unused = new Fingerprint();
  const dated: (Submission & { readonly at: number })[] = [];
  for await (const row of tableOf(folder, 'comments.csv', COMMENTS, unused)) {
    const at = row.integer('timestamp');
    if (at > 0) dated.push({ at, author: String(row.integer('author-id')), agrees: row.integer('agrees') });
  }
  const groups = new Map<string, string>();
  for await (const row of tableOf(folder, 'participants-votes.csv', PARTICIPANTS, unused)) {
    const group = row.text('group-id').trim();
    if (group !== '') groups.set(String(row.integer('participant')), group);
  }
  return { submissions: dated.sort((a, b) => a.at - b.at), groups };
}
