import { useMemo } from 'react';
import { encode } from 'uqr';
import type { QrCodeProps } from './qr-code.js';

/** Dark on white whatever the theme: cameras expect it. */
export function QrDrawn({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => draw(text), [text]);

  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function draw(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 3 });
  const cells = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: cells.join('') };
}
