import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.js';
import { Kbd } from '../../ui/kbd.js';
import { MarkShape } from './density-chart.js';

const KEYS = [
  ['key-play', ['Space']],
  ['key-jump', ['ArrowLeft', 'ArrowRight']],
  ['key-stride', ['⇧ ←', '⇧ →']],
  ['key-step', ['k', 'j', 'ArrowUp', 'ArrowDown']],
  ['key-ends', ['Home', 'End']],
  ['key-speed', ['<', '>']],
  ['key-silence', ['s']],
  ['key-filter', ['f', '/']],
  ['key-copy', ['c']],
  ['key-help', ['?']],
] as const;

/** The timeline runs as the page is read. */
const TURNED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
  '⇧ ←': '⇧ →',
  '⇧ →': '⇧ ←',
};

const MARKS = ['opened', 'posed', 'answered', 'speech', 'paused', 'closed'] as const;

export function Help({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['replay', 'common']);
  const { direction } = useLocale();
  const turned = (key: string) => (direction === 'rtl' ? (TURNED[key] ?? key) : key);

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('keys-title')} closeLabel={t('common:close')} kind="sheet">
      <dl className="replay-keys">
        {KEYS.map(([name, keys]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {keys.map(turned).map((key) => (
                <Kbd key={key} name={key} />
              ))}
              <span className="unseen">{keys.map(turned).join(', ')}</span>
            </dd>
          </div>
        ))}
      </dl>
      <section>
        <h3>{t('marks-title')}</h3>
        <ul className="replay-marks">
          {MARKS.map((kind) => (
            <li key={kind}>
              <MarkShape kind={kind} />
              {t(`mark-${kind}`)}
            </li>
          ))}
        </ul>
      </section>
    </Dialog>
  );
}
