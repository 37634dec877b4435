import type { GroupTerms } from '../../panel/events.js';
import { AXIS_MOST } from './floors.js';
import { COUNTRY_LISTS } from './lists.js';

/** Groups that organisers need not define themselves, chosen together. */
export interface Preset {
  readonly id: PresetId;
  /** Whoever is in one of them is in no other. */
  readonly axis: string | null;
  readonly groups: readonly PresetGroup[];
}

export interface PresetGroup {
  readonly id: string;
  /** In English; interfaces have their own words for it. */
  readonly title: string;
  readonly sensitive: boolean;
  readonly source: string | null;
}

const PRESET_IDS = ['un-regions', 'ldc', 'lldc', 'sids', 'unfccc', 'language', 'first-time', 'youth'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

const NINE =
  'UNFCCC, the nine constituencies of admitted observer organizations, as of January 2025; by badge; verify at unfccc.int';
const BY_LANGUAGE = 'The language somebody takes the floor in, as registered';

export const PRESETS: readonly Preset[] = [
  {
    id: 'un-regions',
    axis: 'un-regions',
    groups: [
      byCountry('un-africa', 'African States'),
      byCountry('un-asia-pacific', 'Asia-Pacific States'),
      byCountry('un-eastern-europe', 'Eastern European States'),
      byCountry('un-latin-america-caribbean', 'Latin American and Caribbean States'),
      byCountry('un-western-europe-others', 'Western European and other States'),
    ],
  },
  { id: 'ldc', axis: null, groups: [byCountry('ldc', 'Least developed countries')] },
  { id: 'lldc', axis: null, groups: [byCountry('lldc', 'Landlocked developing countries')] },
  { id: 'sids', axis: null, groups: [byCountry('sids', 'Small island developing States')] },
  {
    id: 'unfccc',
    axis: 'unfccc',
    groups: [
      by(NINE, 'unfccc-bingo', 'Business and industry'),
      by(NINE, 'unfccc-engo', 'Environmental organizations'),
      by(NINE, 'unfccc-farmers', 'Farmers and agricultural organizations'),
      { ...by(NINE, 'unfccc-ipo', 'Indigenous peoples’ organizations'), sensitive: true },
      by(NINE, 'unfccc-lgma', 'Local governments and municipal authorities'),
      by(NINE, 'unfccc-ringo', 'Research and independent organizations'),
      { ...by(NINE, 'unfccc-tungo', 'Trade unions'), sensitive: true },
      by(NINE, 'unfccc-wgc', 'Women and gender'),
      by(NINE, 'unfccc-youngo', 'Youth organizations'),
    ],
  },
  {
    id: 'language',
    axis: 'language',
    groups: [
      by(BY_LANGUAGE, 'lang-ar', 'Speaking Arabic'),
      by(BY_LANGUAGE, 'lang-zh', 'Speaking Chinese'),
      by(BY_LANGUAGE, 'lang-en', 'Speaking English'),
      by(BY_LANGUAGE, 'lang-fr', 'Speaking French'),
      by(BY_LANGUAGE, 'lang-kk', 'Speaking Kazakh'),
      by(BY_LANGUAGE, 'lang-ru', 'Speaking Russian'),
      by(BY_LANGUAGE, 'lang-es', 'Speaking Spanish'),
    ],
  },
  { id: 'first-time', axis: null, groups: [by('As registered', 'first-time', 'Here for the first time')] },
  { id: 'youth', axis: null, groups: [by('As registered; the UN speaks of 15 to 24 years', 'youth', 'Youth')] },
];

/** The groups of the lists a country is on, by its alpha-2 code, whatever its case. */
export function groupsFor(countryCode: string): readonly string[] {
  const code = countryCode.toUpperCase();
  return Object.entries(COUNTRY_LISTS).flatMap(([group, { codes }]) => (codes.includes(code) ? [group] : []));
}

/** With a tenth of the turns each, or less where an axis has no room for that. */
export function termsOf({ axis, groups }: Preset): readonly GroupTerms[] {
  const room = axis === null ? AXIS_MOST : Math.floor(AXIS_MOST / groups.length);
  const floor = Math.min(1_000, room);
  return groups.map(({ id, title, sensitive, source }) => ({ id, title, floor, axis, sensitive, source }));
}

function byCountry(id: keyof typeof COUNTRY_LISTS, title: string): PresetGroup {
  return by(COUNTRY_LISTS[id].source, id, title);
}

function by(source: string, id: string, title: string): PresetGroup {
  return { id, title, sensitive: false, source };
}
