import type { MineItem } from '../../../../domain/wire/views.js';
import { Appeal } from '../../../parts/appeal.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { toast } from '../../../ui/toasts.js';
import type { Here } from '../here.js';

export function MyAppeal({ here, item }: { readonly here: Here; readonly item: MineItem }) {
  const { record, shown, store } = here;
  const { contributionId } = item;
  const appeal = async (note: string) => {
    const reply = await store.intend('appeal', { contributionId, ...(note === '' ? {} : { note }) });
    if (!reply.ok) toast({ id: 'appeal', text: refusalText(reply.refusal), tone: 'harm' });
    return reply.ok;
  };

  return (
    <Appeal item={item} lang={record.languages[0] ?? 'en'} onAppeal={shown.connection === 'live' ? appeal : null} />
  );
}
