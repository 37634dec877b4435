import { useTranslation } from 'react-i18next';
import type { ListProblem } from '../../../../domain/wire/accreditation.js';
import { Button } from '../../../ui/button.js';
import type { ListInUse } from './use-list.js';

export interface ListLookedProps {
  readonly list: ListInUse;
  readonly onTake: () => void;
  readonly onForget: () => void;
}

const SHOWN = 100;

/** What would become of the list. Nothing is written yet. */
export function ListLooked({ list, onTake, onForget }: ListLookedProps) {
  const { t } = useTranslation(['groups', 'common']);
  const { columns, people, problems } = list.seen;
  const found = Object.values(columns);
  const isBroken = list.refusal !== undefined;

  return (
    <div className="groups-looked" role="status">
      <p>
        <strong>{t('list-people', { count: people })}</strong>
      </p>
      {found.length > 0 && (
        <p className="hint">
          {t('list-found')} <bdi>{found.join(', ')}</bdi>
        </p>
      )}
      {problems.length > 0 && (
        <>
          <p>{t('list-problems', { count: problems.length })}</p>
          <ul className="groups-problems">
            {problems.slice(0, SHOWN).map((problem) => (
              <Problem key={`${problem.line} ${problem.kind} ${problem.text ?? ''}`} problem={problem} />
            ))}
          </ul>
          {problems.length > SHOWN && <p className="hint">{t('list-more', { count: problems.length - SHOWN })}</p>}
        </>
      )}
      <div className="row">
        <Button look="primary" isDisabled={people === 0} onPress={onTake}>
          {t(isBroken ? 'list-go-on' : 'list-take', { count: people })}
        </Button>
        <Button look="quiet" onPress={onForget}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}

function Problem({ problem: { line, kind, text } }: { readonly problem: ListProblem }) {
  const { t } = useTranslation('groups');
  return (
    <li>
      <span className="groups-line">{t('line', { line })}</span>
      <span>
        {t(`problem_${kind}`)} {text && <bdi className="groups-word">{text}</bdi>}
      </span>
    </li>
  );
}
