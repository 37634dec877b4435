import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import type { SearchPage } from '../../../domain/wire/views.js';
import { search } from '../../connection/api.js';
import { useAnswer } from '../../connection/use-answer.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Page, ScreenTitle } from '../../ui/screen.js';
import { Empty, Loading } from '../../ui/waiting.js';
import './lobby.css';
import { SearchField } from './search-field.js';
import { Hit } from './search-hit.js';

/** What was said in any panel this reader may read, found by its words. The address holds the question. */
export function SearchScreen() {
  const { t } = useTranslation('doors');
  const q = (new URLSearchParams(useSearch()).get('q') ?? '').trim();

  return (
    <Page className="search">
      <ScreenTitle>{t('search', { ns: 'common' })}</ScreenTitle>
      <SearchField key={q} asked={q} isFirst={q === ''} />
      {q === '' ? <Empty title={t('search-empty')}>{t('search-empty-hint')}</Empty> : <Results key={q} q={q} />}
    </Page>
  );
}

function Results({ q }: { readonly q: string }) {
  const { t } = useTranslation('doors');
  const { reply, again } = useAnswer(q, () => search(q, null));
  const [more, setMore] = useState<readonly SearchPage[]>([]);
  if (reply === undefined) return <Loading label={t('loading', { ns: 'common' })} />;
  if (!reply?.ok) {
    return (
      <Notice tone="harm" action={<Button onPress={again}>{t('again', { ns: 'common' })}</Button>}>
        {reply === null ? t('unreachable', { ns: 'common' }) : refusalText(reply.refusal)}
      </Notice>
    );
  }

  const pages = [reply.value, ...more];
  const hits = pages.flatMap((page) => page.hits);
  const next = pages.at(-1)?.next ?? null;
  return (
    <>
      <p role="status" className={hits.length === 0 ? 'unseen' : undefined}>
        {t(next === null ? 'found' : 'found-so-far', { count: hits.length })}
      </p>
      {hits.length === 0 && <Empty title={t('search-none')}>{t('search-none-hint')}</Empty>}
      <ol className="hits">
        {hits.map((hit) => (
          <Hit key={`${hit.panel.panelId}/${hit.contributionId}`} hit={hit} q={q} />
        ))}
      </ol>
      {next !== null && <More q={q} before={next} onPage={(page) => setMore([...more, page])} />}
    </>
  );
}

interface MoreProps {
  readonly q: string;
  readonly before: string;
  readonly onPage: (page: SearchPage) => void;
}

function More({ q, before, onPage }: MoreProps) {
  const { t } = useTranslation('doors');
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const read = async () => {
    setBusy(true);
    const reply = await search(q, before);
    setBusy(false);
    setFault(reply?.ok ? null : reply === null ? t('unreachable', { ns: 'common' }) : refusalText(reply.refusal));
    if (reply?.ok) onPage(reply.value);
  };
  return (
    <>
      {fault && <Notice tone="harm">{fault}</Notice>}
      <div className="row">
        <Button isBusy={isBusy} onPress={() => void read()}>
          {t('more', { ns: 'common' })}
        </Button>
      </div>
    </>
  );
}
