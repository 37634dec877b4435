import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.js';
import type { Asked, Here } from '../here.js';
import { Said } from '../../../parts/said.js';
import { RedactForm } from './redact-form.js';
import { WordsForm } from './words-form.js';

export interface AskedFormProps {
  readonly here: Here;
  readonly asked: Asked | null;
  readonly onDone: () => void;
}

/** What moderators, panellists and interpreters do about one contribution. */
export function AskedForm({ here, asked, onDone }: AskedFormProps) {
  const { t } = useTranslation('panel');
  const { t: common } = useTranslation();
  if (!asked) return null;
  const { kind, contribution } = asked;
  const { words } = contribution;

  return (
    <Dialog isOpen onClose={onDone} title={t(`${kind}-this`)} closeLabel={common('close')} kind="sheet">
      {words && (
        <blockquote className="asked-about">
          <Said contribution={{ ...contribution, words, renderings: {} }} people={here.shown.people} />
        </blockquote>
      )}
      {kind === 'redact' ? (
        <RedactForm here={here} contribution={contribution} onDone={onDone} />
      ) : (
        <WordsForm here={here} kind={kind} contribution={contribution} onDone={onDone} />
      )}
    </Dialog>
  );
}
