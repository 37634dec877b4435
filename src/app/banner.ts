import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Role } from '../../domain/panel/roles.js';
import { Invitations } from '../identity/invitations.js';
import { Operator } from '../identity/operator.js';
import { Panels } from '../panels/panels.js';
import type { House } from './app.module.js';
import type { Options } from './options.js';

/** What a demonstration shows, if one runs. */
export interface Shown {
  readonly forumId: string;
  /** Its own way in for a role, where it has one. */
  readonly links: Links;
  /** Lines on what there is to see. */
  readonly sights: readonly string[];
}

type Links = Partial<Record<Role, string>>;

const ROLES = ['participant', 'moderator', 'host'] as const satisfies Role[];
/** A demonstration link may be opened in as many browsers as one needs to look around. */
export const USES = 50;

/** Tells whoever started the house where it is, how to come in, and what it stands on. */
export async function show(
  app: NestExpressApplication,
  house: House,
  { json }: Options,
  demo: Shown | null,
): Promise<void> {
  const links = await linksFor(app, house, demo);
  const { url, lines } = pageOf(house, links, demo);
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ ready: true, url, pid: process.pid, engine: house.database.engine, links })}\n`,
    );
    return;
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function linksFor(app: NestExpressApplication, { database }: House, demo: Shown | null): Promise<Links> {
  const invitations = app.get(Invitations);
  const links: Links = { ...demo?.links };

  const [first] = await app.get(Panels).forums();
  const forumId = demo?.forumId ?? (database.kind === 'embedded' ? first?.forumId : undefined);
  for (const role of forumId ? ROLES : []) {
    if (links[role]) continue;
    const made = await app.get(Operator).link({ role, forumId, maxUses: USES });
    if (made.ok) links[role] = made.value.link;
  }
  // Whoever reads this console owns the machine; on a shared database only the first owner is made from here.
  if (database.kind === 'embedded' || !(await invitations.hasOwner())) links.owner = await invitations.ownerLink();
  return links;
}

function pageOf({ config, database, bus, version }: House, links: Links, demo: Shown | null) {
  const url = config.publicUrl;
  const entrances = Object.entries(links).map(([role, link]) => `    ${role.padEnd(12)} ${link}`);
  const lines = [
    '',
    `  Kurultai ${version} is open at ${url}`,
    '',
    ...(entrances.length > 0 ? ['  Come in as:', ...entrances, ''] : []),
    ...(demo ? [...demo.sights.map((line) => `  ${line}`), ''] : []),
    `  Database: ${database.engine}. ${database.survives}`,
    ...(bus ? [`  Redis: hints between processes.`] : []),
    `  Health: ${url}/health   API: ${url}/api/docs   Stop: Ctrl+C`,
    '',
  ];
  return { url, lines };
}
