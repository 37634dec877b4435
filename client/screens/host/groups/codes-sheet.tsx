import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';

export interface CodesSheetProps {
  readonly title: string;
  readonly group: string;
  readonly address: string;
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Slips to cut apart, one code each; nothing of them is seen on the screen. */
export function CodesSheet({ title, group, address, codes, onDone }: CodesSheetProps) {
  const { t } = useTranslation('groups');
  const done = useRef(onDone);
  useEffect(() => {
    const end = () => done.current();
    addEventListener('afterprint', end, { once: true });
    print();
    return () => removeEventListener('afterprint', end);
  }, []);

  return createPortal(
    <div className="print-sheet groups-slips">
      {codes.map((code) => (
        <section key={code}>
          <p dir="auto">
            {title} · {group}
          </p>
          <p className="groups-slip-code" dir="ltr">
            {code}
          </p>
          <p>{t('slip')}</p>
          <p className="print-link" dir="ltr">
            {address}
          </p>
        </section>
      ))}
    </div>,
    document.body,
  );
}
