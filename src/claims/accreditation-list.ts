import { parse } from 'csv-parse/sync';
import { CsvError } from 'csv-parse/sync';
import { countryCode } from '../../domain/amplify/groups/countries.js';
import { groupsFor } from '../../domain/amplify/groups/presets.js';
import type { GroupTerms } from '../../domain/panel/events.js';
import { acceptBody, acceptLine } from '../../domain/text/body.js';
import type { ListProblem } from '../../domain/wire/accreditation.js';

export interface Accredited {
  readonly line: number;
  readonly name: string;
  readonly email: string | null;
  readonly groups: readonly string[];
}

export interface ReadList {
  readonly columns: Readonly<Partial<Record<Column, string>>>;
  readonly people: readonly Accredited[];
  readonly problems: readonly ListProblem[];
}

type Column = keyof typeof HEADINGS;

const HEADINGS = {
  name: ['name', 'full name', 'имя', 'фио', 'аты-жөні', 'аты', 'الاسم'],
  email: [
    'e-mail',
    'email',
    'mail',
    'e-mail address',
    'email address',
    'почта',
    'эл. почта',
    'электрондық пошта',
    'البريد الإلكتروني',
  ],
  country: ['country', 'country code', 'state', 'iso', 'страна', 'ел', 'البلد', 'الدولة'],
  groups: ['groups', 'group', 'constituency', 'группы', 'группа', 'топтар', 'топ', 'المجموعات', 'المجموعة'],
  languages: ['languages', 'language', 'языки', 'язык', 'тілдер', 'тіл', 'اللغات', 'اللغة'],
} as const;

const LONGEST_FIELD = 300;
/** What stands where bytes were read as UTF-8 and were none. */
const UNREADABLE = '\ufffd';

/**
 * A list of people with what they are accredited as, as CSV with commas, semicolons or tabs. Columns are found by their
 * headings in any of the languages of the interface. `firstLine` is where the first row stands in the file it came from.
 */
export function readList(csv: string, groups: readonly GroupTerms[], firstLine = 2): ReadList {
  const broken = csv.indexOf(UNREADABLE);
  if (broken !== -1) {
    const breaks = csv.slice(0, broken).split('\n').length - 1;
    const line = breaks === 0 ? 1 : firstLine + breaks - 1;
    return { columns: {}, people: [], problems: [{ line, kind: 'not-utf8' }] };
  }
  const parsed = parsedAs(csv);
  if (!parsed) return { columns: {}, people: [], problems: [{ line: firstLine, kind: 'not-csv' }] };

  const [header, ...rest] = parsed;
  const places = placesIn(header?.record ?? []);
  const columns = Object.fromEntries(Object.entries(places).map(([column, at]) => [column, header?.record[at] ?? '']));
  if (places.name === undefined && places.email === undefined) {
    return { columns, people: [], problems: [{ line: 1, kind: 'no-columns' }] };
  }

  const offset = firstLine - (header?.endsAt ?? 1) - 1;
  const seen = new Set<string>();
  const people: Accredited[] = [];
  const problems: ListProblem[] = [];
  for (const { record, line } of rest) {
    const field = (column: Column) => (record[places[column] ?? -1] ?? '').trim();
    const read = readRow(field, groups, line + offset);
    if (read.person?.email && seen.has(read.person.email)) {
      problems.push({ line: line + offset, kind: 'twice', text: read.person.email });
      continue;
    }
    if (read.person?.email) seen.add(read.person.email);
    problems.push(...read.problems);
    if (read.person) people.push(read.person);
  }
  return { columns, people, problems };
}

function readRow(field: (column: Column) => string, groups: readonly GroupTerms[], line: number) {
  const email = field('email').toLowerCase();
  const name = field('name');
  const problem = (kind: ListProblem['kind'], text?: string) => ({
    line,
    kind,
    ...(text === undefined ? {} : { text }),
  });
  if (name === '' && email === '') return { person: null, problems: [problem('nobody')] };
  if (!isStorable(name, acceptBody) || !isStorable(email, acceptLine)) {
    return { person: null, problems: [problem('bad-text')] };
  }
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    return { person: null, problems: [problem('bad-email', email)] };
  }

  const country = field('country');
  const code = country === '' ? null : countryCode(country);
  const named = listed(field('groups')).map((text) => ({ text, id: groupNamed(text, groups) }));
  const unknown = [
    ...(country !== '' && code === null ? [problem('unknown-country', country)] : []),
    ...named.flatMap(({ text, id }) => (id === null ? [problem('unknown-group', text)] : [])),
  ];
  if (unknown.length > 0) return { person: null, problems: unknown };

  const has = new Set(groups.map(({ id }) => id));
  const wished = [
    ...(code === null ? [] : groupsFor(code)),
    ...named.flatMap(({ id }) => (id === null ? [] : [id])),
    ...listed(field('languages')).map((text) => `lang-${languageCode(text)}`),
  ];
  const theirs = [...new Set(wished)].filter((id) => has.has(id));
  const rivals = rivalsAmong(theirs, groups);
  if (rivals) return { person: null, problems: [problem('one-per-axis', rivals)] };
  const person: Accredited = { line, name, email: email === '' ? null : email, groups: theirs };
  return { person, problems: theirs.length === 0 ? [problem('no-groups')] : [] };
}

function isStorable(text: string, accept: typeof acceptLine): boolean {
  return text === '' || accept(text, LONGEST_FIELD).ok;
}

/** Titles of groups of one axis, which nobody counts for at the same time; null: at most one of each. */
function rivalsAmong(ids: readonly string[], groups: readonly GroupTerms[]): string | null {
  const mine = groups.filter(({ id, axis }) => axis !== null && ids.includes(id));
  const rivals = mine.filter(({ id, axis }) => mine.some((other) => other.axis === axis && other.id !== id));
  return rivals.length === 0 ? null : rivals.map(({ title }) => title).join(', ');
}

interface Parsed {
  readonly record: readonly string[];
  readonly line: number;
  readonly endsAt: number;
}

function parsedAs(csv: string): readonly Parsed[] | null {
  const heading = (csv.split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const delimiter = [';', '\t', ','].find((one) => heading.includes(one)) ?? ',';
  let end = 0;
  try {
    const found = parse(csv, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as readonly {
      record: string[];
      info: { lines: number };
    }[];
    return found.map(({ record, info: { lines } }) => {
      const line = end + 1;
      end = lines;
      return { record, line, endsAt: lines };
    });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function placesIn(header: readonly string[]): Partial<Record<Column, number>> {
  const known = Object.entries(HEADINGS).flatMap(([column, headings]) => {
    const at = header.findIndex((heading) => (headings as readonly string[]).includes(heading.trim().toLowerCase()));
    return at === -1 ? [] : [[column, at] as const];
  });
  return Object.fromEntries(known);
}

function listed(text: string): readonly string[] {
  return text
    .split(/[;|,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function groupNamed(text: string, groups: readonly GroupTerms[]): string | null {
  const low = text.toLowerCase();
  return groups.find(({ id, title }) => id === low || title.trim().toLowerCase() === low)?.id ?? null;
}

const ENGLISH = new Intl.DisplayNames(['en'], { type: 'language' });
const BY_NAME = new Map(
  ['ar', 'zh', 'en', 'fr', 'kk', 'ru', 'es', 'de', 'hi', 'ja', 'ky', 'pt', 'sw', 'tg', 'tk', 'tr', 'uz'].map((tag) => [
    (ENGLISH.of(tag) ?? tag).toLowerCase(),
    tag,
  ]),
);

/** Of a tag or an English name; what is neither is nobody’s group. */
function languageCode(text: string): string {
  const low = text.toLowerCase();
  return BY_NAME.get(low) ?? low.split(/[-_]/, 1)[0] ?? low;
}
