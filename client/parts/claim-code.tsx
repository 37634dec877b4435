import { useTranslation } from 'react-i18next';
import { anyGroups, redeemCode } from '../connection/claims.js';
import { useAnswer } from '../connection/use-answer.js';
import { TextField } from '../ui/fields.js';

export interface ClaimCodeProps {
  readonly forumId: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Folded away: hardly anybody comes with one, and nobody where there are no groups. */
export function ClaimCode({ forumId, value, onChange }: ClaimCodeProps) {
  const { t } = useTranslation('doors');
  const { reply } = useAnswer(forumId, () => anyGroups(forumId));
  if (!reply?.ok || !reply.value.any) return null;

  return (
    <details className="fold">
      <summary>{t('claim-code-have')}</summary>
      <div className="fold-body">
        <TextField
          label={t('claim-code')}
          description={t('claim-code-hint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          dir="ltr"
          value={value}
          onChange={onChange}
        />
      </div>
    </details>
  );
}

/** Whether nothing is left to do with what was typed; otherwise this page is left for the one that says why. */
export async function settled(code: string): Promise<boolean> {
  if (code.trim() === '' || (await redeemCode(code))?.ok) return true;
  location.assign(`/me/claims#code=${encodeURIComponent(code.trim())}`);
  return false;
}
