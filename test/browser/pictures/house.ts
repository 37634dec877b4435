import { randomUUID } from 'node:crypto';
import type { PanelSummary } from '../../../domain/wire/views.js';
import { operatorLink } from '../../support/panel.js';
import { acceptLink, Person } from '../../support/people.js';
import type { RunningServer } from '../../support/server.js';
import { ARABIC, LONG, LONG_TITLE, MINE } from './words.js';

/** The demonstration, and panels of its forum that stand in the states a demonstration does not show. */
export interface House {
  readonly url: string;
  readonly panels: Readonly<
    Record<'live' | 'toCome' | 'over' | 'empty' | 'paused' | 'closed' | 'long' | 'lit', string>
  >;
  readonly people: Readonly<Record<'participant' | 'newcomer' | 'moderator' | 'host', Person>>;
  /** The thread of the live panel in which Arabic is spoken. */
  readonly thread: string;
  /** A door that is still open. */
  readonly door: string;
  /** To be disconnected at the end. */
  readonly connected: readonly Person[];
}

export async function furnish(server: RunningServer): Promise<House> {
  const { forumId, live, toCome, over } = await demonstration(server);
  const enter = async (role: string, name: string) =>
    (await acceptLink(server.url, await operatorLink(server, { role, forumId }), name)).connect();
  const [participant, newcomer, moderator, host] = [
    await enter('participant', 'Aigerim'),
    await enter('participant', 'Nurlan'),
    await enter('moderator', 'Marat'),
    await enter('host', 'Hana'),
  ];
  const house = { server, forumId, participant, moderator, host };
  const [empty, paused, closed, long, lit] = [
    await open(house, 'The mill road: who repairs it, and when', ['Gravel and stone']),
    await open(house, 'Seed banks for dry years', ['What to keep', 'Who holds the key']),
    await open(house, 'One market day or two?', ['Market days']),
    await open(house, LONG_TITLE, [LONG_TITLE, ARABIC]),
    await open(house, 'Lamps on the square', ['Lamps']),
  ];
  await fill(house, empty.panelId, empty.threads, []);
  await fill(house, paused.panelId, paused.threads, [['Keep what grew in the worst year, not in the best.', 'en']]);
  await fill(house, closed.panelId, closed.threads, [['Two, if the second one is for those who live far away.', 'en']]);
  await fill(house, long.panelId, long.threads, LONG);
  const [question] = await fill(house, lit.panelId, lit.threads, [['Who pays for the light nobody asked for?', 'en']]);
  await host.does('pose', { panelId: lit.panelId, contributionId: question ?? '' });
  await host.does('pausePanel', { panelId: paused.panelId, reason: 'Tea for ten minutes' });
  await host.does('closePanel', { panelId: closed.panelId });
  const thread = await speak(house, live);
  return {
    url: server.url,
    panels: {
      ...{ live, toCome, over },
      ...{ empty: empty.panelId, paused: paused.panelId, closed: closed.panelId, long: long.panelId, lit: lit.panelId },
    },
    thread,
    people: { participant, newcomer, moderator, host },
    door: await operatorLink(server, { role: 'participant', forumId, panelId: live, maxUses: 50 }),
    connected: [participant, newcomer, moderator, host],
  };
}

async function demonstration({ url }: RunningServer) {
  const panels = (await (await fetch(`${url}/api/forums/demo/panels`)).json()) as readonly PanelSummary[];
  const inPhase = (phase: PanelSummary['phase']) => {
    const panel = panels.find((one) => one.phase === phase);
    if (!panel) throw new Error(`The demonstration has no panel that is ${phase}.`);
    return panel;
  };
  const { forumId, panelId } = inPhase('open');
  return { forumId, live: panelId, toCome: inPhase('scheduled').panelId, over: inPhase('archived').panelId };
}

interface Making {
  readonly server: RunningServer;
  readonly forumId: string;
  readonly participant: Person;
  readonly moderator: Person;
  readonly host: Person;
}

async function open({ forumId, host }: Making, title: string, titles: readonly string[]) {
  const panelId = randomUUID();
  const made = { panelId, intentId: randomUUID(), title, languages: ['en', 'ar'], access: 'open' };
  const { status } = await host.post(`/api/forums/${forumId}/panels`, made);
  if (status >= 300) throw new Error(`The panel was not made: ${status}`);
  await host.does('openPanel', { panelId });
  const threads: string[] = [];
  for (const one of titles) threads.push((await host.does('openThread', { panelId, title: one })).threadId);
  return { panelId, threads };
}

/** Says and publishes each in the first thread. */
async function fill(
  { participant, moderator }: Making,
  panelId: string,
  [threadId = '']: readonly string[],
  texts: readonly (readonly [text: string, lang: string])[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [text, lang] of texts) {
    const said = await participant.does('submit', { panelId, threadId, kind: 'question', text, lang });
    await moderator.does('take', { panelId, contributionId: said.contributionId });
    await moderator.does('publish', { panelId, contributionId: said.contributionId });
    ids.push(said.contributionId);
  }
  return ids;
}

/** Every state that what somebody said may be in. */
async function speak({ server, participant, moderator }: Making, panelId: string): Promise<string> {
  const read = await fetch(`${server.url}/api/panels/${panelId}/record/snapshot`);
  const { snapshot } = (await read.json()) as { snapshot: { threads: readonly { readonly id: string }[] } };
  const threadId = snapshot.threads[1]?.id ?? '';
  const say = (text: string, kind: 'comment' | 'question' = 'comment') =>
    participant.does('submit', { panelId, threadId, kind, text, lang: 'en' });
  const take = async (text: string, kind?: 'question') => {
    const { contributionId } = await say(text, kind);
    await moderator.does('take', { panelId, contributionId });
    return contributionId;
  };
  await moderator.does('publish', { panelId, contributionId: await take(MINE.published, 'question') });
  const declined = { contributionId: await take(MINE.declined), ruleId: 'no-repetition', note: MINE.why };
  await moderator.does('decline', { panelId, ...declined });
  const revised = { contributionId: await take(MINE.revise), note: MINE.how };
  await moderator.does('askToRevise', { panelId, ...revised });
  await say(MINE.waiting);
  return threadId;
}
