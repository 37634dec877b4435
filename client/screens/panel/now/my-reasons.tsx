import { useTranslation } from 'react-i18next';
import type { MineItem } from '../../../../domain/wire/views.js';
import { Appeal } from '../../../parts/appeal.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Statement } from '../../../parts/statement.js';
import { Told } from '../../../parts/told.js';
import { toast } from '../../../ui/toasts.js';
import type { Here } from '../here.js';

/** Why something of mine is restricted, and the way to somebody who was not involved. */
export function MyReasons({ here, item }: { readonly here: Here; readonly item: MineItem }) {
  const { t } = useTranslation('panel');
  const { record, shown, store } = here;
  const { contributionId, statement, standing } = item;
  const lang = record.languages[0] ?? 'en';
  const appeal = async (note: string) => {
    const reply = await store.intend('appeal', { contributionId, ...(note === '' ? {} : { note }) });
    if (!reply.ok) toast({ id: 'appeal', text: refusalText(reply.refusal), tone: 'harm' });
    return reply.ok;
  };

  return (
    <>
      <Told item={item} lang={lang} />
      {statement && (
        <details open={standing === 'revise'} className="mine-why">
          <summary>{t('why')}</summary>
          <Statement statement={statement} lang={lang} />
        </details>
      )}
      <Appeal item={item} lang={lang} onAppeal={shown.connection === 'live' ? appeal : null} />
    </>
  );
}
