import { useTranslation } from 'react-i18next';
import type { MineItem } from '../../domain/wire/views.js';
import { Written } from './written.js';

export interface ToldProps {
  readonly item: MineItem;
  /** The language in which the panel is moderated. */
  readonly lang: string;
}

/** What an author is told beside the statement of reasons: what a machine held, what was left undecided, a word with it. */
export function Told({ item: { held, lapsed, note, standing, statement }, lang }: ToldProps) {
  const { t } = useTranslation('treatment');
  return (
    <>
      {held !== null && <p>{t(`held_${held}`)}</p>}
      {standing === 'lapsed' && <p>{t('lapsed')}</p>}
      {standing !== 'lapsed' && lapsed && statement && <p>{t('lapsed-look')}</p>}
      {note && (
        <div>
          <p className="label">{t('published-note')}</p>
          <p lang={lang} dir="auto">
            <Written text={note} />
          </p>
        </div>
      )}
    </>
  );
}
