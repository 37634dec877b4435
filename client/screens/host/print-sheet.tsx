import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { QrCode } from '../../ui/qr-code.js';

export interface PrintSheetProps {
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly code?: string;
  readonly onDone: () => void;
}

/** A page of its own on paper; nothing of it is seen on the screen. */
export function PrintSheet({ title, text, link, code, onDone }: PrintSheetProps) {
  const { t } = useTranslation(['host', 'common']);
  const done = useRef(onDone);
  useEffect(() => {
    const end = () => done.current();
    addEventListener('afterprint', end, { once: true });
    print();
    return () => removeEventListener('afterprint', end);
  }, []);

  return createPortal(
    <div className="print-sheet">
      <p className="print-title" dir="auto">
        {title}
      </p>
      <p>{text}</p>
      <QrCode text={link} label={t('qr-label')} />
      {code && (
        <p className="print-code" dir="ltr">
          {code}
        </p>
      )}
      <p className="print-link" dir="ltr">
        {link}
      </p>
    </div>,
    document.body,
  );
}
