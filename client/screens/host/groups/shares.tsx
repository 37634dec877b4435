import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { warningsOf } from '../../../../domain/amplify/groups/floors.js';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { setGroupsOfForum, type ForumGroups } from '../../../connection/claims.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/fields.js';
import { toast } from '../../../ui/toasts.js';
import { Empty } from '../../../ui/waiting.js';
import type { Host } from '../host.js';
import { isGood, isSame } from './draft.js';
import { GroupRow } from './group-row.js';
import { OwnGroup } from './own-group.js';
import { Picture } from './picture.js';
import { PresetsDialog } from './presets-dialog.js';
import { Warnings } from './warnings.js';

export interface SharesProps {
  readonly host: Host;
  readonly view: ForumGroups;
  readonly onSaved: () => void;
}

const TURNS = 36;

/** The groups of the forum and what they are guaranteed, saved all at once. */
export function Shares({ host, view, onSaved }: SharesProps) {
  const { t } = useTranslation(['groups', 'common']);
  const [groups, setGroups] = useState<readonly GroupTerms[]>(view.groups);
  const [turns, setTurns] = useState(String(TURNS));
  const [isChoosing, setChoosing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isChanged = !isSame(groups, view.groups);
  const expected = Number(turns);
  const gone = view.groups.filter(({ id }) => !groups.some((group) => group.id === id));
  const add = (more: readonly GroupTerms[]) => setGroups([...groups, ...more]);

  const save = async () => {
    setBusy(true);
    const reply = await setGroupsOfForum(host.record.forumId, groups);
    setBusy(false);
    if (!reply?.ok) {
      return toast({ id: 'groups', tone: 'harm', text: reply ? refusalText(reply.refusal) : t('common:unreachable') });
    }
    toast({ id: 'groups', text: t('saved') });
    onSaved();
  };

  return (
    <section className="host-block groups" aria-labelledby="groups">
      <h2 id="groups">{t('title')}</h2>
      <p>{t('what')}</p>
      <p className="hint">{t('who-sees')}</p>
      {groups.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('none-hint')}</p>
        </Empty>
      )}
      <ul className="groups-list">
        {groups.map((group) => (
          <GroupRow
            key={group.id}
            group={group}
            people={view.people[group.id]}
            onChange={(changed) => setGroups(groups.map((one) => (one.id === group.id ? changed : one)))}
            onRemove={() => setGroups(groups.filter(({ id }) => id !== group.id))}
          />
        ))}
      </ul>
      {groups.length > 0 && (
        <>
          <TextField
            label={t('turns')}
            description={t('turns-hint')}
            inputMode="numeric"
            value={turns}
            onChange={setTurns}
            error={expected >= 1 ? undefined : t('turns-error')}
          />
          <Picture groups={groups} />
          <Warnings
            groups={groups}
            warnings={warningsOf(groups, { turns: expected, every: host.record.queue.terms.every })}
          />
        </>
      )}
      <div className="row">
        <Button icon={Plus} onPress={() => setChoosing(true)}>
          {t('add-preset')}
        </Button>
      </div>
      <OwnGroup groups={groups} onAdd={(group) => add([group])} />
      {isChanged && (
        <div className="groups-save">
          {gone.length > 0 && <p className="groups-gone">{t('gone', { count: gone.length })}</p>}
          <div className="row">
            <Button look="primary" isBusy={isBusy} isDisabled={!isGood(groups)} onPress={() => void save()}>
              {t('common:save')}
            </Button>
            <Button look="quiet" onPress={() => setGroups(view.groups)}>
              {t('forget')}
            </Button>
          </div>
        </div>
      )}
      {isChoosing && <PresetsDialog groups={groups} onAdd={add} onDone={() => setChoosing(false)} />}
    </section>
  );
}
