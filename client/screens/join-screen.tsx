import { useEffect, useState } from 'react';
import type { Role } from '../../domain/panel/roles.js';
import { accept, look, ownName, type Introduction, type Look } from '../connection/api.js';
import { Link } from '../router.js';
import { IntroductionForm } from '../ui/introduction-form.js';
import { Notice } from '../ui/notice.js';

interface Found {
  readonly look: Look;
  /** The name this browser is signed in with already. */
  readonly name: string | null;
}

const OUT_OF_REACH = 'The forum cannot be reached. Try again in a moment.';

/** The door: looks what the link is for, and uses it up only when the person says so. */
export function JoinScreen() {
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('i'));
  const [found, setFound] = useState<Found | null>(null);
  const [fault, setFault] = useState<string | null>(token ? null : 'This address carries no invitation.');

  useEffect(() => {
    if (!token) return;
    let isGone = false;
    void Promise.all([look(token), ownName()]).then(([looked, name]) => {
      if (isGone) return;
      if (looked?.ok) setFound({ look: looked.value, name });
      else setFault(looked?.refusal.message ?? OUT_OF_REACH);
    });
    return () => void (isGone = true);
  }, [token]);

  const join = async (given: Introduction) => {
    const reply = await accept(token ?? '', given);
    if (!reply?.ok) return setFault(reply?.refusal.message ?? OUT_OF_REACH);
    // Replaced, so that the token leaves the history; loaded anew, so that the connection has the new session.
    location.replace(reply.value.panelId ? `/panels/${reply.value.panelId}` : '/');
  };

  return (
    <section className="page door">
      <h1>Join</h1>
      {!found && !fault && <p>Looking at your invitation…</p>}
      {!found && fault && (
        <>
          <Notice tone="harm">{fault}</Notice>
          <p>
            <Link to="/">See the panels</Link>
          </p>
        </>
      )}
      {found && (
        <>
          <p>
            You are invited as <strong>{ROLE_NAMES[found.look.role]}</strong>.{' '}
            {found.name !== null && (
              <>
                You are signed in here as <bdi>{found.name}</bdi>.
              </>
            )}
          </p>
          <ul className="kept">
            <li>Everybody in the panel sees your name and what you publish; the record keeps it.</li>
            <li>Moderators see what you submit without your name until it is decided.</li>
            <li>This browser keeps one cookie, so that you stay signed in.</li>
          </ul>
          <IntroductionForm
            asksName={found.name === null}
            asksAccount={accountOf(found)}
            fault={fault}
            submit="Join"
            onSubmit={join}
          />
        </>
      )}
    </section>
  );
}

function accountOf({ look, name }: Found): 'no' | 'email' | 'may' {
  if (look.needsEmail) return 'email';
  return look.mayHaveAccount && name === null ? 'may' : 'no';
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  owner: 'an owner of this forum',
  host: 'a host',
  moderator: 'a moderator',
  panellist: 'a panellist',
  interpreter: 'an interpreter',
  participant: 'a participant',
  observer: 'an observer',
};
