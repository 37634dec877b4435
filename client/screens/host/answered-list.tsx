import { useTranslation } from 'react-i18next';
import type { Posed } from '../../../domain/panel/state.js';
import { Written } from '../../parts/written.js';
import { Button } from '../../ui/button.js';
import { Time } from '../../ui/time.js';
import type { Host } from './host.js';

export function AnsweredList({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const answered = host.record.posed.filter((one) => one.answered !== null).reverse();
  if (answered.length === 0) return null;

  return (
    <details className="host-answered">
      <summary>{t('answered-count', { count: answered.length })}</summary>
      <ul>
        {answered.map((one) => (
          <OneAnswered key={one.contributionId} host={host} posed={one} />
        ))}
      </ul>
    </details>
  );
}

function OneAnswered({ host, posed: { contributionId, answered } }: { readonly host: Host; readonly posed: Posed }) {
  const { t } = useTranslation(['host', 'common']);
  const words = host.record.contributions.get(contributionId)?.words;
  const by = answered?.by ? host.shown.people[answered.by]?.name : null;

  return (
    <li>
      <div>
        <p className="host-excerpt" lang={words?.lang} dir="auto">
          {words ? <Written text={words.text} /> : t('common:tombstone')}
        </p>
        <p className="hint">
          {by ? t('answered-by', { name: by }) : t('answered-plain')} {answered && <Time at={answered.at} />}
        </p>
      </div>
      <Button
        look="quiet"
        isDisabled={!host.isLive || !host.may('reopenQuestion')}
        onPress={() => void host.act('reopenQuestion', { contributionId })}
      >
        {t('reopen')}
      </Button>
    </li>
  );
}
