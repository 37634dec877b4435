import { ListTree, MessageCircleQuestion, PanelTop, Route, Scale, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const PARTS = {
  now: MessageCircleQuestion,
  course: Route,
  threads: ListTree,
  people: Users,
  groups: Scale,
  panel: PanelTop,
} as const;
export type Part = keyof typeof PARTS;

export function isPart(name: string): name is Part {
  return Object.hasOwn(PARTS, name);
}

export interface PartsProps {
  readonly current: Part;
  readonly onChoose: (part: Part) => void;
  /** Threads proposed that wait for a word. */
  readonly proposals: number;
  /** Hosts and owners see what is theirs alone. */
  readonly isChair: boolean;
}

export function Parts({ current, onChoose, proposals, isChair }: PartsProps) {
  const { t } = useTranslation(['host', 'common']);
  const parts = Object.entries(PARTS).filter(([name]) => isChair || name !== 'groups');
  return (
    <nav className="host-parts" aria-label={t('parts')}>
      {parts.map(([name, Icon]) => (
        <button
          key={name}
          type="button"
          className={`host-part ${name}`}
          aria-current={name === current ? 'page' : undefined}
          onClick={() => isPart(name) && onChoose(name)}
        >
          <Icon aria-hidden size="1.25em" />
          <span>{t(`part-${name as Part}`)}</span>
          {name === 'threads' && proposals > 0 && (
            <span className="host-badge">
              <span aria-hidden>{proposals}</span>
              <span className="unseen">{t('proposals-wait', { count: proposals })}</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
