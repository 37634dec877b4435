import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PublicationMode } from '../../../domain/panel/events.js';
import { Choices } from '../../ui/choices.js';
import { Select } from '../../ui/fields.js';
import type { Host } from './host.js';

const PAUSES = [0, 10, 30, 60, 300];
const MODES = ['before', 'after', 'trusted'] as const satisfies readonly PublicationMode[];
const TRUSTED_AFTER = [1, 2, 3, 5, 10];

/** How fast words come in, and who reads them first. */
export function Pace({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  return (
    <section className="host-block" aria-labelledby="pace">
      <h2 id="pace">{t('pace')}</h2>
      <SlowMode host={host} />
      <Publication host={host} />
    </section>
  );
}

function SlowMode({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const { locale } = useLocale();
  const { slowModeSeconds } = host.record;
  const pauses = PAUSES.includes(slowModeSeconds) ? PAUSES : [...PAUSES, slowModeSeconds].sort((a, b) => a - b);

  return (
    <div>
      <Choices
        label={t('slow-mode')}
        value={String(slowModeSeconds)}
        isDisabled={!host.isLive}
        onChange={(seconds) => void host.act('setSlowMode', { seconds: Number(seconds) })}
        options={pauses.map((seconds) => ({ value: String(seconds), label: pauseName(seconds) }))}
      />
      <p className="hint">{t('slow-mode-hint')}</p>
    </div>
  );

  function pauseName(seconds: number): string {
    if (seconds === 0) return t('slow-off');
    const [value, unit] = seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  }
}

function Publication({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const { mode, trustedAfter } = host.record.publication;
  const isOff = !host.isLive || !host.may('setPublication');
  const counts = TRUSTED_AFTER.includes(trustedAfter) ? TRUSTED_AFTER : [...TRUSTED_AFTER, trustedAfter];

  return (
    <>
      <Choices
        label={t('publication')}
        shape="list"
        value={mode}
        isDisabled={isOff}
        onChange={(chosen) => void host.act('setPublication', { mode: chosen })}
        options={MODES.map((value) => ({ value, label: t(`mode-${value}`), hint: t(`mode-${value}-hint`) }))}
      />
      {mode === 'trusted' && (
        <Select
          label={t('trusted-after')}
          value={String(trustedAfter)}
          isDisabled={isOff}
          onChange={(count) => void host.act('setPublication', { mode, trustedAfter: Number(count) })}
          options={counts.map((count) => ({ value: String(count), label: t('trusted-count', { count }) }))}
        />
      )}
    </>
  );
}
