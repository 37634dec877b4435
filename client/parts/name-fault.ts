import i18next from 'i18next';

/** Which rule a refused name or affiliation broke. The rules are fetched only now: most names are taken as they are. */
export async function nameFault(field: 'name' | 'affiliation', text: string): Promise<string> {
  const { acceptAffiliation, acceptName } = await import('../../domain/text/names.js');
  const verdict = field === 'name' ? acceptName(text) : acceptAffiliation(text);
  if (verdict.ok) return i18next.t('bad-name', { ns: 'refusals' });
  if (verdict.fault === 'house') return i18next.t(`fault-house_${field}`, { ns: 'doors' });
  if (verdict.fault === 'long') return i18next.t(`fault-long_${field}`, { ns: 'doors' });
  return i18next.t(`fault_${verdict.fault}`, { ns: 'doors' });
}
