import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Fairness, HostedFloor } from '../../../../domain/wire/floor.js';
import { Notice } from '../../../ui/notice.js';
import { listed } from '../../../ui/formats.js';
import type { Host } from '../host.js';

interface FairnessWordsProps {
  readonly host: Host;
  readonly hosting: HostedFloor;
}

/** How fair the floor has been, in a sentence; nothing here tells a group of a person. */
export function FairnessWords({ host, hosting: { fairness, overrideShare, isOverridden } }: FairnessWordsProps) {
  const { t } = useTranslation('floor');
  const { locale } = useLocale();
  const { spoken, overrides } = host.record.floor;
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(overrideShare);

  return (
    <div className="floor-fairness">
      {host.record.queue.groups.length > 0 && <Groups fairness={fairness} />}
      {overrides > 0 && !isOverridden && <p>{t('overrides', { share, count: spoken })}</p>}
      {isOverridden && (
        <Notice tone="now">
          <p>{t('overrides', { share, count: spoken })}</p>
          <p>{t('overrides-many')}</p>
        </Notice>
      )}
      <Link href="/order">{t('order-rule')}</Link>
    </div>
  );
}

function Groups({ fairness }: { readonly fairness: Fairness | null }) {
  const { t } = useTranslation('floor');
  const { locale } = useLocale();
  if (!fairness) return <p className="hint">{t('fairness-later')}</p>;

  const { unheard, of } = fairness;
  const owed = fairness.owed?.map(({ title, turns }) => t('owed', { group: title, count: turns }));
  return (
    <>
      <p className="floor-sentence">
        {unheard > 0 ? t('unheard-of', { unheard, of }) : t('all-heard')}{' '}
        {owed && (owed.length > 0 ? t('owed-list', { list: listed(locale, owed) }) : t('none-owed'))}
        {!owed && t('owed-later')}
      </p>
      <p className="hint">{t('fairness-as-of')}</p>
    </>
  );
}
