import { useTranslation } from 'react-i18next';
import type { Speaker } from '../../domain/panel/events.js';
import type { FloorVoice } from '../../domain/wire/floor.js';
import type { People } from '../../domain/wire/views.js';

/** Somebody on the floor: by name, with what they are here where that is more than taking part, or by role only. */
export function Voice({ who }: { readonly who: FloorVoice }) {
  const { t } = useTranslation();
  if (who.name === null) return <span className="author by-role">{t(`role_${who.role}`)}</span>;
  const isPlain = who.role === 'participant' || who.role === 'observer';
  return (
    <span className="author">
      <bdi>{who.name}</bdi>
      {who.affiliation && (
        <span className="affiliation">
          <bdi>{who.affiliation}</bdi>
        </span>
      )}
      {!isPlain && <span className="role">{t(`role_${who.role}`)}</span>}
    </span>
  );
}

/** Whoever the record says speaks. */
export function voiceOf({ speaker, role = 'participant' }: Speaker, people: People): FloorVoice {
  return (speaker === null ? undefined : people[speaker]) ?? { name: null, affiliation: '', role };
}

/** In a sentence. */
export function useVoiceName(): (who: FloorVoice) => string {
  const { t } = useTranslation();
  return ({ name, role }) => name ?? t(`role_${role}`);
}
