import { lazy, Suspense } from 'react';

export interface QrCodeProps {
  readonly text: string;
  readonly label: string;
}

const QrDrawn = lazy(async () => ({ default: (await import('./qr-drawn.js')).QrDrawn }));

/** Its place is held while what draws it comes. */
export function QrCode(props: QrCodeProps) {
  return (
    <Suspense fallback={<svg className="qr" viewBox="0 0 1 1" aria-hidden />}>
      <QrDrawn {...props} />
    </Suspense>
  );
}
