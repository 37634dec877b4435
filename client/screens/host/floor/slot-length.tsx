import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Choices } from '../../../ui/choices.js';
import type { Host } from '../host.js';

const LENGTHS = [60, 90, 120, 180, 300];

/** How long one turn is; seconds. */
export function SlotLength({ host }: { readonly host: Host }) {
  const { t } = useTranslation('floor');
  const { locale } = useLocale();
  const { open, slotSeconds } = host.record.floor;
  const lengths = LENGTHS.includes(slotSeconds) ? LENGTHS : [...LENGTHS, slotSeconds].sort((a, b) => a - b);
  const named = (seconds: number) => {
    const [value, unit] = seconds % 60 === 0 ? [seconds / 60, 'minute'] : [seconds, 'second'];
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  };

  return (
    <Choices
      label={t('slot')}
      value={String(slotSeconds)}
      isDisabled={!host.isLive}
      onChange={(seconds) => void host.act('setFloor', { open, slotSeconds: Number(seconds) })}
      options={lengths.map((seconds) => ({ value: String(seconds), label: named(seconds) }))}
    />
  );
}
