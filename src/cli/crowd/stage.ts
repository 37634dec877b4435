import { v7 as uuidv7 } from 'uuid';
import { IMPORTED_RULE } from '../polis/panel.js';
import type { Polis } from '../polis/read.js';
import { describe, LANGUAGE, nameOf, titleOf } from '../polis/words.js';
import type { OperatorClient } from './operator.js';
import type { Stage } from './play.js';
import { granted, Voice } from './voice.js';

export interface Prepared extends Omit<Stage, 'onProgress'> {
  /** Closes the panel, its last tallies told. */
  close(): Promise<void>;
  leave(): void;
}

/** Opens a panel for a conversation and gives everybody in it a seat, under the names an import would give them. */
export async function prepare(
  polis: Polis,
  { url, forum }: { url: string; forum: string },
  operator: OperatorClient,
): Promise<Prepared> {
  const forumId = await operator.forum(forum);
  const panelId = uuidv7();
  const cookie = await operator.host(forumId, HOST_NAME);
  const host = new Voice({ url, cookie, signal: new AbortController().signal });
  const about = () => ({ intentId: uuidv7(), panelId });

  const draft = {
    forumId,
    title: titleOf(polis),
    description: describe(polis),
    languages: [LANGUAGE],
    rules: [IMPORTED_RULE],
  };
  granted(await host.ask('draftPanel', { ...about(), ...draft }), 'The panel was not drafted');
  const opened = await host.ask('openThread', { ...about(), title: titleOf(polis), lang: LANGUAGE });
  const { threadId } = granted(opened, 'The thread was not opened');

  const persons = [
    ...new Set([...polis.comments.map(({ author }) => author), ...polis.votes.map(({ voter }) => voter)]),
  ];
  const [moderator, ...seated] = await operator.seats(panelId, [
    { name: MODERATOR_NAME, role: 'moderator' },
    ...persons.map((person) => ({ name: nameOf(person), role: 'participant' as const })),
  ]);
  const cookies = new Map(persons.map((person, index) => [person, seated[index]?.cookie ?? '']));
  granted(await host.ask('openPanel', about()), 'The panel was not opened');

  return {
    panelId,
    threadId,
    moderator: (signal) => new Voice({ url, cookie: moderator?.cookie ?? '', signal }),
    connect: (person, signal) => new Voice({ url, cookie: cookies.get(person) ?? '', signal }),
    close: async () => void granted(await host.ask('closePanel', about()), 'The panel was not closed'),
    leave: () => host.close(),
  };
}

/** The words for who keeps order are not names anybody may bear. */
const HOST_NAME = 'Crowd script';
const MODERATOR_NAME = 'Scripted desk';
