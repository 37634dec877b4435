import { useTranslation } from 'react-i18next';
import { Folded } from './section.js';

export interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell names the row; null: hidden, or there is none. */
  readonly rows: readonly (readonly [string, ...(string | null)[]])[];
}

/** The same figures as in the picture, for those who read numbers. */
export function FoldedTable(props: TableProps) {
  const { t } = useTranslation('report');
  return (
    <Folded summary={t('as-table')}>
      <Table {...props} />
    </Folded>
  );
}

export function Table({ caption, head, rows }: TableProps) {
  return (
    <div className="report-table" role="group" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([title, ...cells]) => (
            <tr key={title}>
              <th scope="row">
                <bdi>{title}</bdi>
              </th>
              {cells.map((cell, i) => (
                <td key={head[i + 1]}>{cell ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
