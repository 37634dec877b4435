import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { Notice } from '../../ui/notice.js';
import { say, type Host } from './host.js';
import { LanguagesEditor } from './languages-editor.js';
import { RulesEditor } from './rules-editor.js';
import { usePanelForm, type PanelFormInUse } from './use-panel-form.js';

/** The panel itself: its words, its times, its rules. */
export function ThePanel({ host }: { readonly host: Host }) {
  const { t } = useTranslation(['host', 'common']);
  const inUse = usePanelForm(host);
  const { form, faults, isChanged, isBusy, change } = inUse;
  const mayAmend = host.may('amendPanel');
  const fault = (name: keyof typeof faults) => (faults[name] && isChanged ? t(faults[name]) : undefined);

  return (
    <form
      className="host-panel-form"
      onSubmit={(event) => {
        event.preventDefault();
        void saved(inUse, t('saved'));
      }}
    >
      {!mayAmend && <Notice>{t('panel-fixed')}</Notice>}
      <fieldset className="host-block" disabled={!mayAmend || isBusy}>
        <legend className="host-legend">{t('part-panel')}</legend>
        <TextField
          label={t('panel-title')}
          value={form.title}
          error={fault('title')}
          onChange={(title) => change({ title })}
        />
        <TextArea
          label={t('panel-description')}
          value={form.description}
          error={fault('description')}
          onChange={(description) => change({ description })}
        />
        <LanguagesEditor
          languages={form.languages}
          error={fault('languages')}
          onChange={(languages) => change({ languages })}
        />
      </fieldset>
      <fieldset className="host-block" disabled={!mayAmend || isBusy}>
        <legend className="host-legend">{t('times')}</legend>
        <div className="host-stack">
          <TextField
            type="datetime-local"
            label={t('starts')}
            value={form.startsAt}
            error={fault('startsAt')}
            onChange={(startsAt) => change({ startsAt })}
          />
          <TextField
            type="datetime-local"
            label={`${t('ends')} (${t('common:optional')})`}
            value={form.endsAt}
            error={fault('endsAt')}
            onChange={(endsAt) => change({ endsAt })}
          />
        </div>
        <p className="hint">{t('zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}</p>
      </fieldset>
      <fieldset className="host-block" disabled={!host.may('setRules') || isBusy}>
        <legend className="host-legend">{t('house-rules')}</legend>
        <p className="hint">{t('house-rules-hint')}</p>
        <RulesEditor rules={form.rules} error={fault('rules')} onChange={(rules) => change({ rules })} />
      </fieldset>
      {isChanged && <SaveBar host={host} inUse={inUse} />}
    </form>
  );
}

function SaveBar({ host, inUse }: { readonly host: Host; readonly inUse: PanelFormInUse }) {
  const { t } = useTranslation(['host', 'common']);
  const isGood = Object.keys(inUse.faults).length === 0;
  return (
    <div className="host-save" role="status">
      <p>{t(isGood ? 'unsaved' : 'unsaved-faults')}</p>
      <div className="row">
        <Button look="quiet" onPress={inUse.forget}>
          {t('discard')}
        </Button>
        <Button look="primary" type="submit" isBusy={inUse.isBusy} isDisabled={!isGood || !host.isLive}>
          {t('common:save')}
        </Button>
      </div>
    </div>
  );
}

async function saved(inUse: PanelFormInUse, words: string): Promise<void> {
  if (Object.keys(inUse.faults).length === 0 && (await inUse.save())) say(words);
}
