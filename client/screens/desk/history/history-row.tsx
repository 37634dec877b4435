import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseRule } from '../../../../domain/panel/events.js';
import type { DecisionMade } from '../../../../domain/wire/views.js';
import type { DeskStore } from '../../../connection/desk-store.js';
import { Written } from '../../../parts/written.js';
import { Button } from '../../../ui/button.js';
import { ReversalForm, type Otherwise } from './reversal-form.js';

export interface HistoryRowProps {
  readonly decision: DecisionMade;
  readonly rules: readonly HouseRule[];
  readonly store: Pick<DeskStore, 'intend'>;
  readonly seat: string | null;
  readonly mayChange: boolean;
  readonly onDone: () => void;
}

/** One decision: what was said, what was decided and why, and what may be done about it. */
export function HistoryRow({ decision, rules, store, seat, mayChange, onDone }: HistoryRowProps) {
  const { t } = useTranslation('desk');
  const [otherwise, setOtherwise] = useState<Otherwise | null>(null);
  const { text, lang, threadTitle, verdict, rule, note, by, undone } = decision;
  const ways = mayChange ? waysOut(decision) : [];

  return (
    <li className={undone ? 'undone' : undefined} data-decision={decision.contributionId} data-order={decision.order}>
      <header>
        <strong className={`verdict ${verdict}`}>{t(`verdict_${verdict}`)}</strong>
        {marksOf(decision).map((mark) => (
          <span key={mark} className="mark">
            {t(`mark_${mark}`)}
          </span>
        ))}
        <span className="hint">
          {by.seat === seat ? t('by-you') : <bdi>{by.name}</bdi>} · <bdi>{threadTitle}</bdi>
        </span>
      </header>
      <p className="desk-decision-text" lang={lang} dir="auto">
        <Written text={text} />
      </p>
      {(rule || note) && (
        <div className="desk-decision-why">
          {rule && (
            <strong dir="auto">
              <Written text={rule.title} />
            </strong>
          )}
          {note && (
            <p dir="auto">
              <Written text={note} />
            </p>
          )}
        </div>
      )}
      {otherwise === null ? (
        <div className="row">
          {ways.map((way) => (
            <Button key={way} look="quiet" onPress={() => setOtherwise(way)}>
              {t(`otherwise_${way}`)}
            </Button>
          ))}
        </div>
      ) : (
        <ReversalForm {...{ decision, rules, store, otherwise }} onLeave={() => setOtherwise(null)} onDone={onDone} />
      )}
    </li>
  );
}

/** Only the last word on an item can be changed; what is public can be taken out under a rule as well. */
function waysOut({ inForce, verdict, standing }: DecisionMade): readonly Otherwise[] {
  if (!inForce) return [];
  if (verdict === 'publish') return standing === 'published' || standing === 'review' ? ['decline', 'redact'] : [];
  return verdict === 'revise' ? ['publish', 'decline'] : ['publish'];
}

function marksOf({
  undone,
  reversal,
  inForce,
  standing,
}: DecisionMade): readonly ('undone' | 'reversal' | 'superseded' | 'withdrawn')[] {
  if (undone) return ['undone'];
  return [
    ...(reversal ? (['reversal'] as const) : []),
    ...(standing === 'withdrawn' ? (['withdrawn'] as const) : inForce ? [] : (['superseded'] as const)),
  ];
}
