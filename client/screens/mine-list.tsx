import type { MineItem } from '../../domain/wire/views.js';
import { counted, STANDINGS } from './words.js';
import { Written } from './written.js';

/** What the reader said here and where it stands, newest first. */
export function MineList({ items }: { readonly items: readonly MineItem[] }) {
  return (
    <section className="mine" aria-label="Your contributions">
      <h2>Your contributions</h2>
      <ul>
        {items
          .toSorted((a, b) => b.at - a.at)
          .map((item) => (
            <li key={item.contributionId} data-standing={item.standing}>
              <p lang={item.lang} dir="auto">
                <Written text={item.text} />
              </p>
              <p className="facts">
                <span>{STANDINGS[item.standing]}</span>
                {item.place !== null && <span>{counted(item.place, 'person waits', 'people wait')} up to here</span>}
              </p>
              {item.statement && (
                <p className="statement">
                  {item.statement.rule && <strong>{item.statement.rule.title}. </strong>}
                  <bdi>{item.statement.note}</bdi>
                </p>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}
