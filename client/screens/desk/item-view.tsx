import { ChevronDown, Eye } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useLocale } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { DeskItem } from '../../../domain/wire/views.js';
import { Written } from '../../parts/written.js';
import { Button } from '../../ui/button.js';
import { Kbd } from '../../ui/kbd.js';
import { wordDiff, type Run } from './logic/word-diff.js';
import { ItemMarks } from './treating/item-marks.js';
import { languageName } from './words.js';

export interface ItemViewProps {
  readonly item: DeskItem;
  readonly changedFrom: string | null;
  readonly isExchangeOpen: boolean;
  readonly onExchange: () => void;
  /** Covered until its reader asks for it. */
  readonly isHidden: boolean;
  readonly onReveal: () => void;
}

/** One item, alone: its words, the exchange it answers, and nothing about whose it is. */
export function ItemView(props: ItemViewProps) {
  const { item, changedFrom, isExchangeOpen, onExchange, isHidden, onReveal } = props;
  const { t } = useTranslation(['desk', 'common']);

  return (
    <article className="desk-item" data-item={item.contributionId}>
      <ItemHeading item={item} />
      {item.published && <p className="desk-flag">{t('published-already')}</p>}
      {item.escalation && <Escalation note={item.escalation.note} />}
      {item.exchange.length > 0 && <Exchange item={item} isOpen={isExchangeOpen} onPress={onExchange} />}
      {changedFrom !== null && (
        <p className="desk-flag" role="status">
          {t('changed-now')}
        </p>
      )}
      <ItemMarks item={item} />
      <div className={isHidden ? 'desk-words covered' : 'desk-words'}>
        <Words item={item} before={changedFrom ?? item.before} isHidden={isHidden} />
        {isHidden && (
          <Button icon={Eye} keyName="b" onPress={onReveal}>
            {t('reveal')}
          </Button>
        )}
      </div>
    </article>
  );
}

/** Each new item is told by its heading, which takes the focus unless somebody is writing. */
function ItemHeading({ item }: { readonly item: DeskItem }) {
  const { t } = useTranslation(['desk', 'common']);
  const { locale } = useLocale();
  const heading = useFocusOn(item.contributionId);

  return (
    <h2 ref={heading} tabIndex={-1} className="desk-heading">
      <span>{t(`common:kind_${item.kind}`)}</span>
      <span>
        <bdi>{item.threadTitle}</bdi>
      </span>
      <span>{languageName(locale, item.lang)}</span>
    </h2>
  );
}

export function useFocusOn(what: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement?.closest('input, textarea, select, [role=dialog], [role=menu]')) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [what]);
  return heading;
}

function Words({ item, before, isHidden }: Pick<ItemViewProps, 'item' | 'isHidden'> & { before: string | null }) {
  const { t } = useTranslation(['desk', 'common']);
  const runs = useMemo(() => (before === null ? null : wordDiff(before, item.text)), [before, item.text]);

  return (
    <>
      <p className="desk-text" lang={item.lang} dir="auto" aria-hidden={isHidden || undefined}>
        <Written text={item.text} />
      </p>
      {runs && !isHidden && (
        <section className="desk-diff" aria-label={t('before')}>
          <h3>{t('before')}</h3>
          <p lang={item.lang} dir="auto">
            {runs.map((run, i) => (
              <DiffRun key={i} {...run} />
            ))}
          </p>
        </section>
      )}
    </>
  );
}

function DiffRun({ kind, text }: Run) {
  const { t } = useTranslation('desk');
  if (kind === 'same') return <Written text={text} />;

  const Mark = kind === 'gone' ? 'del' : 'ins';
  return (
    <Mark>
      <span className="unseen">{t(`word-${kind}`)}</span>
      <Written text={text} />
    </Mark>
  );
}

function Escalation({ note }: { readonly note: string }) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <div className="desk-flag">
      <strong>{t('escalated-to-you')}</strong>
      <p dir="auto">
        <Written text={note} />
      </p>
    </div>
  );
}

interface ExchangeProps {
  readonly item: DeskItem;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}

function Exchange({ item: { exchange }, isOpen, onPress }: ExchangeProps) {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <div className="desk-exchange">
      <button type="button" className="button quiet" aria-expanded={isOpen} aria-keyshortcuts="x" onClick={onPress}>
        <ChevronDown aria-hidden size="1.15em" className={isOpen ? 'turned' : undefined} />
        <span>{t('exchange', { count: exchange.length })}</span>
        <Kbd name="x" />
      </button>
      {isOpen && (
        <ol>
          {exchange.map(({ text, lang }, i) => (
            <li key={i} lang={lang} dir="auto">
              <Written text={text} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
