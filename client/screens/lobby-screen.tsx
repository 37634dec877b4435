import { useEffect, useState } from 'react';
import type { Reply } from '../../domain/wire/protocol.js';
import type { PanelSummary } from '../../domain/wire/views.js';
import { lobby, type ForumPanels } from '../connection/api.js';
import { Link } from '../router.js';
import { Notice } from '../ui/notice.js';
import { Time } from '../ui/time.js';
import { counted, PHASES } from './words.js';

type Answer = Reply<readonly ForumPanels[]> | null;

/** Every forum and its timetable. */
export function LobbyScreen() {
  const [answer, setAnswer] = useState<Answer | 'asking'>('asking');
  useEffect(() => {
    let isGone = false;
    void lobby().then((given) => !isGone && setAnswer(given));
    return () => void (isGone = true);
  }, []);

  if (answer === 'asking') return <p className="page">Loading…</p>;
  if (!answer?.ok) {
    return (
      <section className="page">
        <Notice tone="harm">{answer?.refusal.message ?? 'The forum cannot be reached. Try again in a moment.'}</Notice>
      </section>
    );
  }
  if (answer.value.length === 0) {
    return (
      <section className="page">
        <h1>No forum yet</h1>
        <p>Forums and their panels appear here as soon as an owner creates them.</p>
      </section>
    );
  }
  return answer.value.map((one) => <Timetable key={one.forum.forumId} {...one} />);
}

function Timetable({ forum, panels }: ForumPanels) {
  return (
    <section className="page">
      <h1 dir="auto">{forum.title}</h1>
      {forum.description && <p dir="auto">{forum.description}</p>}
      {panels.length === 0 && <p className="empty">No panel is announced yet.</p>}
      <ul className="timetable">
        {panels.map((panel) => (
          <PanelLine key={panel.panelId} panel={panel} />
        ))}
      </ul>
    </section>
  );
}

function PanelLine({ panel }: { readonly panel: PanelSummary }) {
  const { panelId, title, phase, published } = panel;
  const at = panel.openedAt ?? panel.startsAt;

  return (
    <li data-phase={phase}>
      <div>
        <p className="facts">
          <span className={`phase ${phase}`}>{PHASES[phase]}</span>
          {at !== null && <Time at={at} />}
          {published > 0 && <span>{counted(published, 'contribution', 'contributions')}</span>}
        </p>
        <h2 dir="auto">{title}</h2>
      </div>
      <Link to={`/panels/${panelId}`} className="button">
        {phase === 'open' || phase === 'paused' ? 'Follow' : 'Read'}
        <span className="unseen"> {title}</span>
      </Link>
    </li>
  );
}
