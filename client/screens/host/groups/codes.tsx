import { Download, KeyRound, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { csvOf } from '../../../../domain/text/csv.js';
import { makeCodes, type ForumGroups } from '../../../connection/claims.js';
import { refusalText } from '../../../parts/refusal-text.js';
import { Button } from '../../../ui/button.js';
import { Select, TextField } from '../../../ui/fields.js';
import type { Host } from '../host.js';
import { CodesSheet } from './codes-sheet.js';
import { download } from './download.js';

export interface CodesProps {
  readonly host: Host;
  readonly view: ForumGroups;
  readonly onMade: () => void;
}

interface Batch {
  readonly title: string;
  readonly codes: readonly string[];
}

const MOST = 500;

/** For a focal point that knows its people: it hands the codes out, and the forum never learns to whom. */
export function Codes({ host, view, onMade }: CodesProps) {
  const { t } = useTranslation(['groups', 'common']);
  const { groups, codes } = view;
  const [group, setGroup] = useState(groups[0]?.id ?? '');
  const [requestId, setRequestId] = useState(() => newId());
  const [count, setCount] = useState('20');
  const [batch, setBatch] = useState<Batch | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const wanted = Number(count);
  const isGood = Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST;
  const chosen = groups.find(({ id }) => id === group) ?? groups[0];
  const left = chosen ? codes[chosen.id] : undefined;

  const make = async () => {
    if (!chosen) return;
    setBusy(true);
    const reply = await makeCodes(host.record.forumId, { group: chosen.id, count: wanted, requestId });
    setBusy(false);
    setRefused(reply?.ok ? '' : reply ? refusalText(reply.refusal) : t('common:unreachable'));
    if (!reply?.ok) return;
    setRequestId(newId());
    setBatch({ title: chosen.title, codes: reply.value.codes });
    onMade();
  };

  return (
    <section className="host-block" aria-labelledby="codes">
      <h2 id="codes">{t('codes')}</h2>
      <p>{t('codes-what')}</p>
      <div className="host-pair">
        <Select
          label={t('codes-group')}
          value={chosen?.id ?? ''}
          onChange={setGroup}
          options={groups.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextField
          label={t('codes-count')}
          inputMode="numeric"
          value={count}
          onChange={setCount}
          error={isGood ? undefined : t('codes-error', { most: MOST })}
        />
      </div>
      {left !== undefined && (
        <p className="hint">{left === null ? t('codes-few') : t('codes-left', { count: left })}</p>
      )}
      {refused && (
        <p className="error" role="alert">
          {refused}
        </p>
      )}
      <div className="row">
        <Button icon={KeyRound} isBusy={isBusy} isDisabled={!isGood} onPress={() => void make()}>
          {t('codes-make')}
        </Button>
      </div>
      {batch && <Fresh batch={batch} panelTitle={host.record.title} onDone={() => setBatch(null)} />}
    </section>
  );
}

interface FreshProps {
  readonly batch: Batch;
  readonly panelTitle: string;
  readonly onDone: () => void;
}

/** The one time the codes are there. */
function Fresh({ batch: { title, codes }, panelTitle, onDone }: FreshProps) {
  const { t } = useTranslation(['groups', 'host', 'common']);
  const [isPrinting, setPrinting] = useState(false);
  const address = `${location.origin}/me/claims`;
  const file = () =>
    csvOf([['code', 'group', 'link'], ...codes.map((code) => [code, title, `${address}#code=${code}`])]);

  return (
    <div className="fresh-link" role="status">
      <p>
        <strong>{t('codes-fresh', { count: codes.length, title })}</strong>
      </p>
      <p className="hint">{t('codes-once', { address })}</p>
      <ul className="groups-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row">
        <Button look="primary" icon={Download} onPress={() => download('codes.csv', file())}>
          {t('download')}
        </Button>
        <Button icon={Printer} onPress={() => setPrinting(true)}>
          {t('host:print')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('done')}
        </Button>
      </div>
      {isPrinting && (
        <CodesSheet
          title={panelTitle}
          group={title}
          address={address}
          codes={codes}
          onDone={() => setPrinting(false)}
        />
      )}
    </div>
  );
}
