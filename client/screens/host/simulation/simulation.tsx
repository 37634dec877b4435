import { FlaskConical } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { RuleOutcome } from '../../../../domain/amplify/simulate/index.js';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/fields.js';
import { expectedUnder, firstGuess, scenarioOf, type Expected } from './expected.js';
import { Outcomes } from './outcomes.js';
import './simulation.css';

const FIELDS = ['participants', 'turns', 'minutes'] as const;
const MOST = { participants: 2000, turns: 1000, minutes: 1440 } as const;

/** What each rule would do with the people who are expected: looked at before one is chosen. */
export function Simulation({ groups }: { readonly groups: readonly GroupTerms[] }) {
  const { t } = useTranslation('simulation');
  const { locale } = useLocale();
  const [expected, setExpected] = useState<Expected>(() => firstGuess(groups));
  const [done, setDone] = useState<number | null>(null);
  const [outcomes, setOutcomes] = useState<readonly RuleOutcome[] | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setDone(0);
    const found = await expectedUnder(scenarioOf(groups, expected), setDone, controller.signal);
    if (!found) return;
    setDone(null);
    setOutcomes(found);
  };
  const change = (part: Partial<Expected>) => setExpected({ ...expected, ...part });

  return (
    <section className="host-block simulation" aria-labelledby="simulation">
      <h2 id="simulation">{t('title')}</h2>
      <p>{t('text')}</p>
      <div className="simulation-fields">
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(field)}
            inputMode="numeric"
            value={String(expected[field])}
            onChange={(typed) => change({ [field]: within(typed, 1, MOST[field]) })}
          />
        ))}
        {groups.map(({ id, title }) => (
          <TextField
            key={id}
            label={<bdi>{t('share-of', { group: title })}</bdi>}
            inputMode="numeric"
            value={String(expected.shares[id] ?? 0)}
            onChange={(typed) => change({ shares: { ...expected.shares, [id]: within(typed, 0, 100) } })}
          />
        ))}
      </div>
      <p className="row">
        <Button icon={FlaskConical} isBusy={done !== null} onPress={() => void run()}>
          {t('run')}
        </Button>
        {done !== null && <span role="status">{new Intl.NumberFormat(locale, { style: 'percent' }).format(done)}</span>}
      </p>
      {outcomes && <Outcomes outcomes={outcomes} groups={groups} />}
    </section>
  );
}

/** Whole numbers only, within what the simulation takes. */
function within(typed: string, least: number, most: number): number {
  const number = Number(typed.replace(/[^0-9]/g, ''));
  return Math.min(most, Math.max(least, number));
}
