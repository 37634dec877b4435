import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MineItem, MineProposal, OwnPanel } from '../../../domain/wire/views.js';
import { isAfterOwn } from '../../parts/in-line.js';
import { PhaseMark } from '../../parts/phase-mark.js';
import { Statement } from '../../parts/statement.js';
import { Written } from '../../parts/written.js';
import { Time } from '../../ui/time.js';

export function MyPanel({ own: { panel, name, mine } }: { readonly own: OwnPanel }) {
  const { t } = useTranslation('doors');
  const { panelId, title, languages, phase } = panel;
  const lang = languages[0] ?? 'en';

  return (
    <section className="my-panel" aria-labelledby={panelId}>
      <div className="my-panel-head">
        <h2 id={panelId} lang={lang} dir="auto">
          <Link href={`/panels/${panelId}`}>
            <Written text={title} />
          </Link>
        </h2>
        <p>
          <PhaseMark phase={phase} /> · {t('me-as')} <bdi>{name}</bdi>
        </p>
      </div>
      <ul>
        {mine.items.map((item) => (
          <Item key={item.contributionId} item={item} all={mine.items} panelId={panelId} lang={lang} />
        ))}
        {mine.proposals.map((proposal) => (
          <Proposed key={proposal.threadId} proposal={proposal} lang={lang} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly item: MineItem;
  readonly all: readonly MineItem[];
  readonly panelId: string;
  readonly lang: string;
}

function Item({ item, all, panelId, lang }: ItemProps) {
  const { t } = useTranslation('doors');
  const { contributionId, kind, text, standing, place, at, attribution, statement } = item;

  return (
    <li className="mine" data-mine={contributionId} data-standing={standing}>
      <p className="about">
        <strong>{t(`standing_${standing}`, { ns: 'common' })}</strong>
        {place !== null && <span>{isAfterOwn(item, all) ? t('place-after-own') : t('place', { count: place })}</span>}
        <span>{t(`kind_${kind}`, { ns: 'common' })}</span>
        <Time at={at} />
        {attribution === 'role' && <span>{t('by-role-only')}</span>}
      </p>
      {text ? (
        <p className="words" lang={item.lang} dir="auto">
          <Written text={text} />
        </p>
      ) : (
        <p className="hint">{t('me-no-words')}</p>
      )}
      {statement && <Statement statement={statement} lang={lang} />}
      {standing === 'revise' && (
        <p className="row">
          <Link href={`/panels/${panelId}`} className="button">
            {t('revise-there')}
          </Link>
        </p>
      )}
    </li>
  );
}

function Proposed({ proposal, lang }: { readonly proposal: MineProposal; readonly lang: string }) {
  const { t } = useTranslation('doors');
  const { title, standing, statement } = proposal;
  return (
    <li className="mine" data-standing={standing}>
      <p className="about">
        <strong>{t(`standing_${standing}`, { ns: 'common' })}</strong>
        <span>{t('me-proposal')}</span>
      </p>
      <p className="words" dir="auto">
        <Written text={title} />
      </p>
      {statement && <Statement statement={statement} lang={lang} />}
    </li>
  );
}
