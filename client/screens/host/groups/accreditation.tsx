import { Download, FileUp } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupTerms } from '../../../../domain/panel/events.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { Progress } from '../../../ui/waiting.js';
import type { Host } from '../host.js';
import { download } from './download.js';
import { ListLooked } from './list-looked.js';
import { linksFile, useList, type ListInUse } from './use-list.js';

export interface AccreditationProps {
  readonly host: Host;
  readonly groups: readonly GroupTerms[];
  readonly onTaken: () => void;
}

/** A list from accreditation: each person on it counts for their groups, attested. */
export function Accreditation({ host, onTaken }: AccreditationProps) {
  const { t } = useTranslation('groups');
  const { list, look, take, forget } = useList(host.record.forumId, host.panelId);
  const input = useRef<HTMLInputElement>(null);
  const isUnderWay = list?.stage === 'looking' || list?.stage === 'taking';

  return (
    <section className="host-block" aria-labelledby="accreditation">
      <h2 id="accreditation">{t('list')}</h2>
      <p>{t('list-what')}</p>
      <p className="hint">{t('list-columns')}</p>
      <input
        ref={input}
        type="file"
        accept=".csv,text/csv,text/plain"
        hidden
        aria-label={t('list-choose')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void look(file);
          target.value = '';
        }}
      />
      <div className="row">
        <Button icon={FileUp} isDisabled={isUnderWay} onPress={() => input.current?.click()}>
          {t('list-choose')}
        </Button>
      </div>
      {isUnderWay && <UnderWay list={list} />}
      {list?.refusal !== undefined && list && (
        <Notice tone="harm">
          {list.refusal === null ? t('list-broke') : `${refusalText(list.refusal)} ${t('list-broke-hint')}`}
        </Notice>
      )}
      {list?.stage === 'looked' && (
        <ListLooked list={list} onForget={forget} onTake={() => void take().then(onTaken)} />
      )}
      {list && list.taken.length > 0 && list.stage !== 'taking' && <Taken list={list} onDone={forget} />}
    </section>
  );
}

function UnderWay({ list }: { readonly list: ListInUse }) {
  const { t } = useTranslation('groups');
  const label = t(list.stage === 'looking' ? 'list-looking' : 'list-taking', { name: list.name });
  return <Progress label={label} value={list.done} of={list.parts.length} />;
}

function Taken({ list, onDone }: { readonly list: ListInUse; readonly onDone: () => void }) {
  const { t } = useTranslation('groups');
  const links = list.taken.filter(({ link }) => link !== null).length;

  return (
    <div className="fresh-link" role="status">
      <p>
        <strong>{t('list-taken', { count: list.taken.length })}</strong>
      </p>
      {links > 0 && <p>{t('list-links', { count: links })}</p>}
      <div className="row">
        <Button look="primary" icon={Download} onPress={() => download('links.csv', linksFile(list.taken))}>
          {t('list-download')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
