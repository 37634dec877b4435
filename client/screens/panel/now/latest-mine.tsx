import { useTranslation } from 'react-i18next';
import type { Here } from '../here.js';
import { isSubmission } from './submissions.js';
import { Standing } from './standing.js';

export interface LatestMineProps {
  readonly here: Here;
  readonly onShow: () => void;
}

/** Where what was sent last stands, beside where it was written. */
export function LatestMine({ here: { shown }, onShow }: LatestMineProps) {
  const { t } = useTranslation('panel');
  const items = shown.mine?.items ?? [];
  const outgoing = shown.outbox.findLast(isSubmission);
  const [first] = items;
  if (!outgoing && !first) return null;
  const latest = first && items.reduce((one, other) => (other.at > one.at ? other : one), first);

  return (
    <p className="latest-mine" data-latest={outgoing?.state ?? latest?.standing}>
      <span>
        {t('latest-mine')}{' '}
        <strong>{outgoing ? t(`outgoing_${outgoing.state}`) : latest && <Standing item={latest} all={items} />}</strong>
      </span>
      <button type="button" className="link" onClick={onShow}>
        {t('mine')}
      </button>
    </p>
  );
}
