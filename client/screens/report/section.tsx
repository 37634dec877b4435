import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFigures } from './use-figures.js';

export interface SectionProps {
  readonly id: string;
  readonly title: string;
  /** What one sees here, in a sentence. */
  readonly lead: string;
  readonly method: readonly string[];
  readonly children: ReactNode;
}

/** A question about the panel, its picture, and how to read it one click away. */
export function Section({ id, title, lead, method, children }: SectionProps) {
  return (
    <section className="report-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="report-text">{lead}</p>
      {children}
      <Methods sentences={method} />
    </section>
  );
}

export function Methods({ sentences }: { readonly sentences: readonly string[] }) {
  const { t } = useTranslation('report');
  return (
    <Folded summary={t('how-to-read')}>
      <ul className="caveats">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Folded>
  );
}

export function Folded({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="report-folded">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}

/** Groups of which nothing may be told are named, so that nobody takes them for forgotten. */
export function NotShown({ titles }: { readonly titles: readonly string[] }) {
  const { t } = useTranslation('report');
  const { list } = useFigures();
  if (titles.length === 0) return null;
  return <p className="not-shown">{t('not-shown', { titles: list(titles) })}</p>;
}
