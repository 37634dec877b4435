import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MineItem, MineProposal, OwnPanel } from '../../../domain/wire/views.js';
import { appealThere } from '../../connection/appealing.js';
import { Appeal } from '../../parts/appeal.js';
import { isAfterOwn } from '../../parts/in-line.js';
import { PhaseMark } from '../../parts/phase-mark.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Statement } from '../../parts/statement.js';
import { Told } from '../../parts/told.js';
import { Written } from '../../parts/written.js';
import { Time } from '../../ui/time.js';
import { toast } from '../../ui/toasts.js';

export interface MyPanelProps {
  readonly own: OwnPanel;
  readonly onChanged: () => void;
}

export function MyPanel({ own: { panel, name, mine }, onChanged }: MyPanelProps) {
  const { t } = useTranslation('doors');
  const { panelId, title, languages, phase } = panel;
  const lang = languages[0] ?? 'en';
  const appeal = async (contributionId: string, note: string) => {
    const reply = await appealThere(panelId, contributionId, note);
    if (!reply?.ok) {
      toast({
        id: 'appeal',
        text: reply ? refusalText(reply.refusal) : t('unreachable', { ns: 'common' }),
        tone: 'harm',
      });
    }
    onChanged();
    return reply?.ok ?? false;
  };

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
          <Item
            key={item.contributionId}
            item={item}
            all={mine.items}
            panelId={panelId}
            lang={lang}
            onAppeal={appeal}
          />
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
  readonly onAppeal: (contributionId: string, note: string) => Promise<boolean>;
}

function Item({ item, all, panelId, lang, onAppeal }: ItemProps) {
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
      {item.secondLook && <p className="hint">{t('second-look', { ns: 'panel' })}</p>}
      <Told item={item} lang={lang} />
      {statement && <Statement statement={statement} lang={lang} />}
      <Appeal item={item} lang={lang} onAppeal={(note) => onAppeal(contributionId, note)} />
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
