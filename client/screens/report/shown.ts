import type { OfGroup } from '../../../domain/amplify/report/panel-report.js';

export interface ShownRow<T> {
  readonly id: string;
  readonly title: string;
  readonly value: T;
}

export function shownRows<T>(rows: readonly OfGroup<T>[]): readonly ShownRow<T>[] {
  return rows.flatMap(({ id, title, figures }) => (figures.hidden ? [] : [{ id, title, value: figures.value }]));
}

export function hiddenTitles(rows: readonly OfGroup<unknown>[]): readonly string[] {
  return rows.filter(({ figures }) => figures.hidden).map(({ title }) => title);
}
