import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeatId } from '../../../domain/panel/roles.js';
import type { Contribution } from '../../../domain/panel/state.js';
import { seatsOf } from '../../connection/hosting.js';
import { usePolled } from '../../connection/use-polled.js';
import { Written } from '../../parts/written.js';
import { Button } from '../../ui/button.js';
import { Choices, Toggle } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { say, type Host } from './host.js';

export interface PoseDialogProps {
  readonly host: Host;
  readonly question: Contribution;
  readonly onDone: () => void;
}

const MINUTE = 60_000;
const TIMES = ['none', '2', '5', '10', 'own'] as const;
type TimeToAnswer = (typeof TIMES)[number];

/** To whom a question is put, and by when an answer is asked for. With nothing chosen: to all, for as long as it takes. */
export function PoseDialog({ host, question, onDone }: PoseDialogProps) {
  const { t } = useTranslation(['host', 'common']);
  const [chosen, setChosen] = useState<ReadonlySet<SeatId>>(new Set());
  const [time, setTime] = useState<TimeToAnswer>('none');
  const [own, setOwn] = useState('15');
  const [isBusy, setBusy] = useState(false);
  const minutes = time === 'none' ? null : Number(time === 'own' ? own : time);
  const isTimeGood = minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440);

  const pose = async () => {
    setBusy(true);
    const contributionId = question.id;
    const done = await host.act('pose', {
      contributionId,
      ...(chosen.size > 0 ? { respondents: [...chosen] } : {}),
      ...(minutes === null ? {} : { answerBy: Date.now() + minutes * MINUTE }),
    });
    setBusy(false);
    if (!done) return;
    onDone();
    say(t('posed'), { label: t('take-back'), run: () => void host.act('unpose', { contributionId }) });
  };

  return (
    <Dialog isOpen onClose={onDone} title={t('pose-title')} closeLabel={t('common:close')} kind="sheet">
      <p className="host-excerpt" lang={question.words?.lang} dir="auto">
        <Written text={question.words?.text ?? ''} />
      </p>
      <Respondents host={host} chosen={chosen} onChange={setChosen} />
      <Choices
        label={t('time-to-answer')}
        value={time}
        onChange={setTime}
        options={TIMES.map((value) => ({
          value,
          label: value === 'none' || value === 'own' ? t(`time-${value}`) : t('minutes', { count: Number(value) }),
        }))}
      />
      {time === 'own' && (
        <TextField
          label={t('time-own-label')}
          inputMode="numeric"
          value={own}
          onChange={setOwn}
          error={isTimeGood ? undefined : t('time-own-error')}
        />
      )}
      <p className="hint">{t('pose-text')}</p>
      <div className="dialog-actions">
        <Button
          look="primary"
          isBusy={isBusy}
          isDisabled={!host.isLive || !isTimeGood}
          onPress={() => void pose()}
          autoFocus
        >
          {t('pose-do')}
        </Button>
      </div>
    </Dialog>
  );
}

interface RespondentsProps {
  readonly host: Host;
  readonly chosen: ReadonlySet<SeatId>;
  readonly onChange: (chosen: ReadonlySet<SeatId>) => void;
}

function Respondents({ host, chosen, onChange }: RespondentsProps) {
  const { t } = useTranslation(['host', 'common']);
  const { value: panellists } = usePolled(() => seatsOf(host.panelId, 'panellist'), 10_000);
  if (!panellists || panellists.length === 0) return <p className="hint">{t('no-panellists')}</p>;

  return (
    <fieldset className="host-respondents">
      <legend className="label">{t('respondents')}</legend>
      {panellists.map(({ seat, name, affiliation }) => (
        <Toggle
          key={seat}
          label={name}
          {...(affiliation ? { hint: affiliation } : {})}
          isOn={chosen.has(seat)}
          onChange={(isOn) => onChange(new Set(isOn ? [...chosen, seat] : [...chosen].filter((one) => one !== seat)))}
        />
      ))}
      <p className="hint">{t('respondents-hint')}</p>
    </fieldset>
  );
}
