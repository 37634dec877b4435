import type { Contribution } from '../../domain/panel/state.js';

/** One contribution in its place: what a list needs to draw a tree. */
export interface Row {
  readonly id: string;
  /** 0 at the top. */
  readonly depth: number;
  readonly seq: number;
  readonly parentId: string | null;
}

type Placed = Pick<Contribution, 'id' | 'seq' | 'threadId' | 'parentId'>;

/** So many new ones are put into a list one by one; more of them, and it is laid out anew. */
const FEW = 16;

/**
 * All contributions known, as trees in pre-order: each thread is one flat list, roots by seq, replies below their parent by
 * seq. A reply has a higher seq than its parent, so that any cutoff by seq leaves whole trees.
 */
export class Exchanges {
  private readonly nodes = new Map<string, Node>();
  private readonly threads = new Map<string, Thread>();

  get size(): number {
    return this.nodes.size;
  }

  /** Those known already are passed over: a place never changes. */
  add(contributions: Iterable<Placed>): void {
    const unknown = [...contributions].filter(({ id }) => !this.nodes.has(id)).sort((a, b) => a.seq - b.seq);
    for (const contribution of unknown) this.place(contribution);
  }

  /** The same list as long as nothing changed in it. */
  rows(threadId: string, upTo = Infinity): readonly Row[] {
    return this.threads.get(threadId)?.rows(upTo) ?? NONE;
  }

  private place({ id, seq, threadId, parentId }: Placed): void {
    if (this.nodes.has(id)) return;
    const node: Node = { row: { id, depth: 0, seq, parentId }, children: [], parent: null };
    this.nodes.set(id, node);
    const thread = this.threads.get(threadId) ?? new Thread();
    this.threads.set(threadId, thread);
    thread.place(node);
  }
}

interface Node {
  /** Replaced when its depth changes. */
  row: Row;
  parent: Node | null;
  readonly children: Node[];
}

const NONE: readonly Row[] = [];

class Thread {
  private readonly nodes = new Map<string, Node>();
  private readonly roots: Node[] = [];
  /** By the id of a parent that is not held: the replies that stand at the top meanwhile. */
  private readonly orphans = new Map<string, Node[]>();
  private laid: readonly Row[] = NONE;
  private latest = 0;
  private laidUpTo = 0;
  private pending: Node[] = [];
  /** `seqs`: those of `of`, side by side, for they are looked through with every step of a replay. */
  private cut: { readonly of: readonly Row[]; readonly seqs: Uint32Array; readonly rows: readonly Row[] } | null = null;

  place(node: Node): void {
    const { id, seq, parentId } = node.row;
    this.nodes.set(id, node);
    this.latest = Math.max(this.latest, seq);
    this.stand(node, parentId);

    for (const orphan of this.orphans.get(id) ?? []) {
      if (orphan.row.seq > seq) this.move(orphan, node);
    }
    this.orphans.delete(id);
    this.pending.push(node);
  }

  rows(upTo: number): readonly Row[] {
    this.lay();
    return upTo >= this.latest ? this.laid : this.cutAt(upTo);
  }

  private stand(node: Node, parentId: string | null): void {
    const parent = parentId === null ? undefined : this.nodes.get(parentId);
    if (parent && parent.row.seq < node.row.seq) {
      node.parent = parent;
      insert(parent.children, node);
    } else {
      insert(this.roots, node);
      if (parentId !== null && !parent) this.orphans.set(parentId, [...(this.orphans.get(parentId) ?? []), node]);
    }
  }

  private move(orphan: Node, parent: Node): void {
    this.roots.splice(this.roots.indexOf(orphan), 1);
    orphan.parent = parent;
    insert(parent.children, orphan);
  }

  private lay(): void {
    const { pending } = this;
    if (pending.length === 0) return;
    this.pending = [];
    const later = pending.every(({ row }) => row.seq > this.laidUpTo);
    this.laid = later && pending.length <= FEW ? this.patched(pending) : this.laidOut();
    this.laidUpTo = this.latest;
  }

  /** Later ones than all laid out, in order: each comes last below its parent. */
  private patched(added: readonly Node[]): readonly Row[] {
    const rows = [...this.laid];
    for (const node of added.toSorted((a, b) => a.row.seq - b.row.seq)) {
      const { parent } = node;
      if (parent) node.row = { ...node.row, depth: parent.row.depth + 1 };
      rows.splice(parent ? endOf(rows, parent.row) : rows.length, 0, node.row);
    }
    return rows;
  }

  /** Without recursion: a tree may be as deep as it has contributions. */
  private laidOut(): readonly Row[] {
    const rows: Row[] = [];
    const stack = this.roots.toReversed();
    for (let node = stack.pop(); node; node = stack.pop()) {
      const depth = node.parent ? node.parent.row.depth + 1 : 0;
      if (node.row.depth !== depth) node.row = { ...node.row, depth };
      rows.push(node.row);
      for (let i = node.children.length - 1; i >= 0; i--) push(stack, node.children[i]);
    }
    return rows;
  }

  private cutAt(upTo: number): readonly Row[] {
    const { laid, cut } = this;
    const seqs = cut?.of === laid ? cut.seqs : Uint32Array.from(laid, ({ seq }) => seq);
    const length = countUpTo(seqs, upTo);
    // Of one list, as many up to one seq as up to another are the same ones.
    if (cut?.of === laid && cut.rows.length === length) return cut.rows;

    const rows = chosen(laid, seqs, upTo, length);
    this.cut = { of: laid, seqs, rows };
    return rows;
  }
}

function countUpTo(seqs: Uint32Array, upTo: number): number {
  let count = 0;
  for (let i = 0; i < seqs.length; i++) if ((seqs[i] ?? 0) <= upTo) count++;
  return count;
}

/** Into an array of its final length: several times as fast as one that grows. */
function chosen(laid: readonly Row[], seqs: Uint32Array, upTo: number, length: number): readonly Row[] {
  const rows = new Array<Row>(length);
  for (let i = 0, next = 0; i < seqs.length; i++) {
    const row = laid[i];
    if (row !== undefined && (seqs[i] ?? 0) <= upTo) rows[next++] = row;
  }
  return rows;
}

/** Where what stands below this one ends. */
function endOf(rows: readonly Row[], row: Row): number {
  let index = rows.lastIndexOf(row) + 1;
  while ((rows[index]?.depth ?? -1) > row.depth) index++;
  return index;
}

function insert(siblings: Node[], node: Node): void {
  let from = 0;
  for (let to = siblings.length; from < to;) {
    const middle = (from + to) >>> 1;
    if ((siblings[middle]?.row.seq ?? 0) < node.row.seq) from = middle + 1;
    else to = middle;
  }
  siblings.splice(from, 0, node);
}

function push(stack: Node[], node: Node | undefined): void {
  if (node) stack.push(node);
}
