import { useTranslation } from 'react-i18next';
import type { Screen } from '../../../../domain/panel/events.js';
import { SCREENS } from '../../../../domain/panel/screening/screening.js';
import type { DeskView } from '../../../../domain/wire/views.js';
import { Choices, Toggle } from '../../../ui/choices.js';
import { Notice } from '../../../ui/notice.js';
import type { Host } from '../host.js';

export interface TreatmentProps {
  readonly host: Host;
  readonly desk: DeskView | null;
}

/** Who looks twice, who decides where two differ, and what is read first. */
export function Treatment({ host, desk }: TreatmentProps) {
  const { t } = useTranslation('treatment');
  const { secondLook, differ, screening, eased } = host.record.treatment;
  const isOff = !host.isLive || !host.may('setTreatment');
  const toggle = (phase: Screen, isOn: boolean) =>
    void host.act('setTreatment', {
      screening: SCREENS.filter((one) => (one === phase ? isOn : screening.includes(one))),
    });

  return (
    <section className="host-block" aria-labelledby="treatment">
      <h2 id="treatment">{t('treatment')}</h2>
      {eased && host.record.phase !== 'archived' && <Notice>{t('eased')}</Notice>}
      {desk && <Looks desk={desk} />}
      <div>
        <Choices
          label={t('second-look')}
          value={secondLook}
          isDisabled={isOff}
          onChange={(chosen) => void host.act('setTreatment', { secondLook: chosen })}
          options={[
            { value: 'on', label: t('on') },
            { value: 'off', label: t('off') },
          ]}
        />
        <p className="hint">{t('second-look-hint')}</p>
      </div>
      {secondLook === 'on' && (
        <Choices
          label={t('differ')}
          value={differ}
          isDisabled={isOff}
          onChange={(chosen) => void host.act('setTreatment', { differ: chosen })}
          options={[
            { value: 'publish', label: t('differ_publish') },
            { value: 'third', label: t('differ_third') },
          ]}
        />
      )}
      <fieldset className="host-screens">
        <legend className="label">{t('screening')}</legend>
        <p className="hint">{t('screening-hint')}</p>
        {SCREENS.map((phase) => (
          <Toggle
            key={phase}
            label={t(`screen_${phase}`)}
            isOn={screening.includes(phase)}
            isDisabled={isOff}
            onChange={(isOn) => toggle(phase, isOn)}
          />
        ))}
      </fieldset>
    </section>
  );
}

/** What waits for somebody else, and how the desk keeps up, in two lines. */
function Looks({ desk: { forOthers, late, work } }: { readonly desk: DeskView }) {
  const { t } = useTranslation('treatment');
  return (
    <>
      {late && <Notice tone="harm">{t('late')}</Notice>}
      {forOthers > 0 && (
        <Notice tone="harm">
          {t('looks-alone', { count: forOthers })} {t('looks-nobody')}
        </Notice>
      )}
      <p className="hint">
        {t('work-inbound', { count: work.inbound })}
        {work.moderators.map(({ seat, name, decisions }) => (
          <span key={seat}>
            {' · '}
            <bdi>{name}</bdi> {decisions}
          </span>
        ))}
      </p>
    </>
  );
}
