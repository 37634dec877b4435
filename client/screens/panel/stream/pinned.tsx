import { Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '../../../../domain/panel/state.js';
import { firstGraphemes } from '../../../../domain/text/count.js';
import { visibleMarkers } from '../../../../domain/text/markers.js';
import { wordsFor } from '../../../parts/words-for.js';
import { Button } from '../../../ui/button.js';
import { Menu } from '../../../ui/menu.js';
import { useActsHere, type Here } from '../here.js';

/** Leads to what the hosts pinned, beside the title of what is read. */
export function Pinned({ here: { record } }: { readonly here: Here }) {
  const { t, i18n } = useTranslation('panel');
  const { show } = useActsHere();
  const pinned = record.pinned
    .flatMap((id) => record.contributions.get(id) ?? [])
    .filter(({ words }) => words)
    .toReversed();
  const [latest, ...others] = pinned;
  if (!latest) return null;

  const words = wordsFor(latest, i18n.language);
  const quoted = (
    <>
      <span>{t('mark-pinned')}</span>
      {others.length > 0 && <span className="badge">{t('number', { n: pinned.length })}</span>}
      <bdi lang={words?.lang}>{shortly(latest, i18n.language)}</bdi>
    </>
  );
  if (others.length === 0) {
    return (
      <Button look="quiet" icon={Pin} className="pinned" onPress={() => show(latest.id)}>
        {quoted}
      </Button>
    );
  }
  return (
    <Menu
      label={t('mark-pinned')}
      button={
        <Button look="quiet" icon={Pin} className="pinned">
          {quoted}
        </Button>
      }
      actions={pinned.map((one) => ({
        id: one.id,
        label: shortly(one, i18n.language),
        run: () => show(one.id),
      }))}
    />
  );
}

const GRAPHEMES = 90;

/** On one line; what would act unseen in it is named, as wherever somebody’s words are drawn. */
function shortly(contribution: Contribution, language: string): string {
  const text = firstGraphemes(wordsFor(contribution, language)?.text ?? '', GRAPHEMES).replaceAll(/\s+/g, ' ');
  return visibleMarkers(text)
    .map((run) => (run.kind === 'text' ? run.text : run.name))
    .join('');
}
