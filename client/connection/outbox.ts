import { v7 as newIntentId } from 'uuid';
import { refusal, type Refusal } from '../../domain/panel/refusals.js';
import type { CarefulStorage } from './careful-storage.js';
import { willPass, type Kept, type Outgoing, type OutgoingBody, type OutgoingType } from './outgoing.js';
import type { Tabs } from './tabs.js';

/** What the forum took, with what it answered. */
export interface Answered {
  readonly outgoing: Outgoing;
  readonly value: unknown;
}

export type OutboxNews =
  | { readonly type: 'changed' }
  | { readonly type: 'sending'; readonly id: string | null }
  | { readonly type: 'answered'; readonly answered: Answered };

interface Ears {
  changed?(): void;
  /** Somebody wants it tried now. */
  hurry?(): void;
  answered?(answered: Answered): void;
}

/** What is said here and not yet stored there, of all panels, in step with the other tabs. The storage has the last word. */
export class Outbox {
  private kept: readonly Kept[] = [];
  /** Said by nobody: in memory only, never sent. */
  private nobodys: readonly Kept[] = [];
  private sendingId: string | null = null;
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private byPanel = new Map<string, readonly Outgoing[]>();
  private readonly ears = new Set<Ears>();

  /** `person` waits until it is known who is signed in; `personNow` does not. */
  constructor(
    private readonly storage: CarefulStorage,
    private readonly tabs: Tabs<OutboxNews>,
    private readonly who: { person(): Promise<string | null>; personNow(): string | null },
  ) {
    tabs.hear((news) => this.onNews(news));
  }

  get isDurable(): boolean {
    return this.storage.isDurable && this.nobodys.length === 0;
  }

  hear(ears: Ears): () => void {
    this.ears.add(ears);
    return () => void this.ears.delete(ears);
  }

  /** Of whoever is signed in now, oldest first. The same list as long as nothing changed in it. */
  of(panelId: string): readonly Outgoing[] {
    const owner = this.who.personNow();
    const key = `${owner}/${panelId}`;
    const known = this.byPanel.get(key);
    if (known) return known;
    const theirs = this.theirs(owner).filter((kept) => kept.panelId === panelId);
    this.byPanel.set(key, theirs);
    return theirs;
  }

  /** Of one person in all panels, oldest first. */
  theirs(owner: string | null): readonly Outgoing[] {
    const all = owner === null ? this.nobodys : this.kept.filter((kept) => kept.owner === owner);
    return all.map((kept) => this.drawn(kept));
  }

  /** Kept on this device when it resolves. */
  async add<K extends OutgoingType>(panelId: string, type: K, body: OutgoingBody<K>): Promise<Outgoing> {
    const owner = await this.who.person();
    const reason = owner === null ? refusal('not-signed-in') : null;
    const made = { id: newIntentId(), type, body, at: Date.now(), panelId, owner, refusal: reason };
    const kept = { ...made, mayHaveArrived: false } as unknown as Kept;
    if (owner === null) this.nobodys = [...this.nobodys, kept];
    else await this.storage.put(kept);
    await this.dropOlderVotes(kept);
    await this.changed();
    return this.drawn(kept);
  }

  async retry(id: string): Promise<void> {
    await this.update(id, (one) => ({ ...one, refusal: null }));
    for (const ears of this.ears) ears.hurry?.();
  }

  async discard(id: string): Promise<void> {
    this.nobodys = this.nobodys.filter((kept) => kept.id !== id);
    await this.update(id, () => null);
  }

  /** Out of the outbox, to be written anew. null: it is on its way, or may have arrived. */
  async takeBack(id: string): Promise<Outgoing | null> {
    const taken: { kept: Kept | null } = { kept: this.nobodys.find((kept) => kept.id === id) ?? null };
    this.nobodys = this.nobodys.filter((kept) => kept.id !== id);
    await this.update(id, (one) => {
      taken.kept = one.mayHaveArrived ? null : one;
      return one.mayHaveArrived ? one : null;
    });
    return taken.kept && this.drawn(taken.kept);
  }

  /** Forgets everything one person left here. */
  async forget(owner: string): Promise<void> {
    await this.look();
    for (const { id } of this.kept.filter((kept) => kept.owner === owner)) await this.storage.update(id, () => null);
    await this.changed();
  }

  /** Reads the storage, where other tabs write too. */
  look(): Promise<void> {
    this.lookAgain = this.looking !== null;
    this.looking ??= this.readAll();
    return this.looking;
  }

  /** Somebody signed in or out. What was said on this page before anybody was signed in becomes theirs, to send or discard. */
  async personChanged(): Promise<void> {
    const owner = this.who.personNow();
    this.drawAnew();
    if (owner === null || this.nobodys.length === 0) return;
    const adopted = this.nobodys.map((kept) => ({ ...kept, owner }));
    this.nobodys = [];
    for (const kept of adopted) await this.storage.put(kept);
    await this.changed();
  }

  /** Marks it as on its way; null where it is gone meanwhile, or refused. */
  async begin(id: string): Promise<Kept | null> {
    const before: { kept: Kept | null } = { kept: null };
    const begun = await this.storage.update(id, (kept) => {
      if (kept.refusal && !willPass(kept.refusal)) return kept;
      before.kept = kept;
      return { ...kept, mayHaveArrived: true };
    });
    if (!begun || !before.kept) return null;
    this.sends(id);
    return before.kept;
  }

  /** It is here still: no answer came, or a refusal did. */
  async stays(
    id: string,
    change: { readonly refusal: Refusal | null; readonly mayHaveArrived: boolean },
  ): Promise<void> {
    await this.storage.update(id, (kept) => ({ ...kept, ...change }));
    this.sends(null);
    await this.changed();
  }

  async answered(id: string, value: unknown): Promise<void> {
    const kept = this.kept.find((one) => one.id === id);
    await this.storage.update(id, () => null);
    if (kept) this.tellAnswered({ outgoing: { ...kept, state: 'sending' }, value });
    this.sends(null);
    await this.changed();
  }

  /** Nobody sends any more, whatever a tab that died said. */
  nobodySends(): void {
    if (this.sendingId !== null) this.sends(null);
  }

  private tellAnswered(answered: Answered): void {
    for (const ears of this.ears) ears.answered?.(answered);
    this.tabs.tell({ type: 'answered', answered });
  }

  private onNews(news: OutboxNews): void {
    if (news.type === 'changed') return void this.look();
    if (news.type === 'answered') {
      for (const ears of this.ears) ears.answered?.(news.answered);
      return;
    }
    this.sendingId = news.id;
    this.drawAnew();
  }

  private sends(id: string | null): void {
    this.sendingId = id;
    this.tabs.tell({ type: 'sending', id });
    this.drawAnew();
  }

  private async update(id: string, change: (kept: Kept) => Kept | null): Promise<Kept | null> {
    const kept = await this.storage.update(id, change);
    await this.changed();
    return kept;
  }

  private async changed(): Promise<void> {
    await this.look();
    this.tabs.tell({ type: 'changed' });
  }

  /** A later vote on the same contribution is the one that counts. */
  private async dropOlderVotes({ id, type, body, owner }: Kept): Promise<void> {
    if (type !== 'castVote') return;
    const older = this.kept.filter(
      (kept) => kept.type === 'castVote' && kept.owner === owner && kept.body.contributionId === body.contributionId,
    );
    for (const kept of older) if (kept.id !== id) await this.storage.update(kept.id, () => null);
  }

  private async readAll(): Promise<void> {
    const { isDurable } = this;
    let found: readonly Kept[];
    do {
      this.lookAgain = false;
      found = await this.storage.all();
    } while (this.lookAgain);
    this.looking = null;
    if (JSON.stringify(found) === JSON.stringify(this.kept) && isDurable === this.isDurable) return;
    this.kept = found;
    this.drawAnew();
  }

  private drawAnew(): void {
    this.byPanel = new Map();
    for (const ears of this.ears) ears.changed?.();
  }

  private drawn(kept: Kept): Outgoing {
    const isRefused = kept.refusal !== null && !willPass(kept.refusal);
    const state = kept.id === this.sendingId ? 'sending' : isRefused ? 'refused' : 'kept';
    return { ...kept, state };
  }
}
