import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '../../../domain/panel/state.js';
import { alikeOf } from '../../connection/slates.js';
import { usePolled } from '../../connection/use-polled.js';
import { Written } from '../../parts/written.js';
import { Button } from '../../ui/button.js';
import { say, type Host } from './host.js';

const EVERY_MS = 15_000;

/** Questions that say almost the same: one may be merged into the other, when its author agrees. */
export function AlikeList({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const { value: pairs } = usePolled(() => alikeOf(host.panelId), EVERY_MS);
  const { contributions } = host.record;
  const shown = (pairs ?? []).flatMap(({ one, other }) => {
    const both = [contributions.get(one), contributions.get(other)].filter((each) => each !== undefined);
    const [into, merged] = both.sort((a, b) => a.seq - b.seq);
    return into?.words && merged?.words && !into.mergedInto && !merged.mergedInto ? [{ into, merged }] : [];
  });
  const mergedAlready = [...contributions.values()].filter(
    ({ words, mergedInto }) => words && mergedInto !== undefined,
  );
  if (shown.length + mergedAlready.length === 0) return null;

  const propose = async (contributionId: string, into: string) => {
    if (!(await host.act('proposeMerge', { contributionId, into }))) return;
    setAsked(new Set([...asked, contributionId]));
    say(t('merge-proposed'));
  };

  return (
    <details className="host-alike">
      <summary>{t('alike', { count: shown.length })}</summary>
      <ul>
        {shown.map(({ into, merged }) => (
          <li key={`${into.id} ${merged.id}`}>
            <Quoted contribution={into} />
            <Quoted contribution={merged} />
            <Button
              look="quiet"
              isDisabled={!host.isLive || asked.has(merged.id)}
              onPress={() => void propose(merged.id, into.id)}
            >
              {t(asked.has(merged.id) ? 'merge-asked' : 'merge-propose')}
            </Button>
          </li>
        ))}
        {mergedAlready.map((one) => (
          <li key={one.id}>
            <p className="hint">{t('merged-already')}</p>
            <Quoted contribution={one} />
            <Button
              look="quiet"
              isDisabled={!host.isLive}
              onPress={() => void host.act('unmerge', { contributionId: one.id })}
            >
              {t('unmerge')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Quoted({ contribution: { words } }: { readonly contribution: Contribution }) {
  return (
    <p className="host-excerpt" lang={words?.lang} dir="auto">
      <Written text={words?.text ?? ''} />
    </p>
  );
}
