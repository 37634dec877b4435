import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import type { News } from './news.js';

/** At the edge where the new ones are; pressing it is the only way they come in above or between. */
export function NewPills({ news, onShow }: { readonly news: News; readonly onShow: (id: string) => void }) {
  const { t } = useTranslation('panel');
  const { up, down, firstUp, firstDown } = news;
  return (
    <>
      {firstUp !== null && (
        <div className="pill up" data-new-above={up}>
          <Button icon={ArrowUp} onPress={() => onShow(firstUp)}>
            {t('new-above', { count: up })}
          </Button>
        </div>
      )}
      {firstDown !== null && (
        <div className="pill down" data-new-below={down}>
          <Button icon={ArrowDown} onPress={() => onShow(firstDown)}>
            {t('new-below', { count: down })}
          </Button>
        </div>
      )}
    </>
  );
}
