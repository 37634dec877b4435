import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { Refusal } from '../../../../domain/panel/refusals.js';
import { csvOf, slicesOf } from '../../../../domain/text/csv.js';
import {
  previewList,
  takeList,
  type ListPart,
  type ListPreview,
  type TakenPerson,
} from '../../../connection/claims.js';

/** Below what one request may hold, whatever its letters. */
const SLICE = 20_000;

export interface ListInUse {
  /** Of this taking over. */
  readonly id: string;
  readonly name: string;
  /** `unread`: it could not be looked through to its end. */
  readonly stage: 'looking' | 'unread' | 'looked' | 'taking' | 'taken';
  readonly done: number;
  readonly parts: readonly ListPart[];
  readonly seen: ListPreview;
  readonly taken: readonly TakenPerson[];
  /** undefined: none. null: the forum could not be reached. */
  readonly refusal: Refusal | null | undefined;
}

const NOTHING: Pick<ListInUse, 'done' | 'seen' | 'taken' | 'refusal'> = {
  done: 0,
  seen: { columns: {}, people: 0, problems: [] },
  taken: [],
  refusal: undefined,
};

/** A file of people, sent in parts: looked through first, then taken over. What fails halfway can be gone on with. */
export function useList(forumId: string, panelId: string) {
  const [list, setList] = useState<ListInUse | null>(null);

  const look = async (file: File) => {
    const parts = slicesOf(await file.text(), SLICE);
    let next: ListInUse = { ...NOTHING, id: newId(), name: file.name, stage: 'looking', parts };
    setList(next);
    for (const part of parts) {
      const reply = await previewList(forumId, part);
      if (!reply?.ok) return setList({ ...next, stage: 'unread', refusal: reply?.refusal ?? null });
      const { columns, people, problems } = reply.value;
      const seen = { columns, people: next.seen.people + people, problems: [...next.seen.problems, ...problems] };
      next = { ...next, done: next.done + 1, seen };
      setList(next);
    }
    setList({ ...next, stage: 'looked' });
  };

  const take = async () => {
    if (!list) return;
    const before = list.refusal === undefined ? 0 : list.done;
    let next: ListInUse = { ...list, stage: 'taking', done: before, refusal: undefined };
    setList(next);
    for (const part of list.parts.slice(before)) {
      const reply = await takeList(forumId, { ...part, panelId, requestId: list.id });
      if (!reply?.ok) return setList({ ...next, stage: 'looked', refusal: reply?.refusal ?? null });
      next = { ...next, done: next.done + 1, taken: [...next.taken, ...reply.value] };
      setList(next);
    }
    setList({ ...next, stage: 'taken' });
  };

  return { list, look, take, forget: () => setList(null) };
}

export function linksFile(taken: readonly TakenPerson[]): string {
  return csvOf([['name', 'e-mail', 'link'], ...taken.map(({ name, email, link }) => [name, email, link])]);
}
