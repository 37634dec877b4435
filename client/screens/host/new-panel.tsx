import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { TITLE_MAX } from '../../../domain/panel/limits.js';
import { acceptBody, acceptLine } from '../../../domain/text/body.js';
import { makePanel, newPanelIds } from '../../connection/hosting.js';
import { likeliest } from '../../parts/languages.js';
import { refusalText } from '../../parts/refusal-text.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea, TextField } from '../../ui/fields.js';
import { LanguagesEditor } from './languages-editor.js';
import './host.css';

/** The button for hosts and owners of a forum, and the dialog behind it. Texts are of the namespace `host`. */
export function NewPanel({ forumId }: { readonly forumId: string }) {
  const { t } = useTranslation(['host', 'common']);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('new-panel')}</Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('new-panel')}
        closeLabel={t('common:close')}
        kind="sheet"
      >
        <Form forumId={forumId} />
      </Dialog>
    </>
  );
}

function Form({ forumId }: { readonly forumId: string }) {
  const { t } = useTranslation(['host', 'common']);
  const [, navigate] = useLocation();
  const [ids] = useState(newPanelIds);
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [languages, setLanguages] = useState<readonly string[]>(() => [likeliest([])]);
  const [access, setAccess] = useState<'open' | 'invitation'>('open');
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState('');
  const isTitleGood = acceptLine(title, TITLE_MAX).ok;
  const isTextGood = description === '' || acceptBody(description).ok;
  const isGood = isTitleGood && isTextGood;

  const make = async () => {
    setBusy(true);
    const reply = await makePanel(forumId, ids, { title, description, languages, access });
    setBusy(false);
    if (reply?.ok) navigate(`/panels/${ids.panelId}/host`);
    else setRefused(reply ? refusalText(reply.refusal) : t('common:unreachable'));
  };

  return (
    <form
      className="host-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood && !isBusy) void make();
      }}
    >
      <TextField
        label={t('panel-title')}
        value={title}
        autoFocus
        onChange={setTitle}
        error={title === '' || isTitleGood ? undefined : t('line-error')}
      />
      <TextArea
        label={`${t('panel-description')} (${t('common:optional')})`}
        value={description}
        onChange={setDescription}
        error={isTextGood ? undefined : t('text-error')}
      />
      <LanguagesEditor languages={languages} onChange={setLanguages} />
      <Choices
        label={t('access')}
        shape="list"
        value={access}
        onChange={setAccess}
        options={[
          { value: 'open', label: t('access-open'), hint: t('access-open-hint') },
          { value: 'invitation', label: t('access-invitation'), hint: t('access-invitation-hint') },
        ]}
      />
      <p className="hint">{t('new-panel-text')}</p>
      {refused && (
        <p className="error" role="alert">
          {refused}
        </p>
      )}
      <div className="dialog-actions">
        <Button look="primary" type="submit" isBusy={isBusy} isDisabled={!isGood}>
          {t('new-panel-do')}
        </Button>
      </div>
    </form>
  );
}
