import type { Disclosed } from '../disclosure/disclosure.js';
import type { AppealOutcome, ReportInput } from './input.js';

/** Grows with whatever changes a figure: two reports compare only within one. */
export const METHOD = 'report/1';

/** Whole percent. */
export type Percent = number;
export type Minutes = number;

/** What may be published of a panel. Every figure that tells of people is disclosed, or is not in here. */
export interface PanelReport {
  readonly method: typeof METHOD;
  readonly turnsAre: ReportInput['turnsAre'];
  readonly headline: Headline;
  readonly people: Disclosed<Heard>;
  readonly waits: Disclosed<Waits>;
  /** Share of all turns of the three people who had most. */
  readonly topThree: Disclosed<Percent>;
  readonly overrides: { readonly count: number; readonly of: number; readonly share: Percent };
  readonly groups: readonly OfGroup<GroupFigures>[];
  readonly groupWaits: readonly OfGroup<Waits>[];
  readonly slate: readonly SlateStep[];
  readonly declines: {
    readonly all: Disclosed<{ readonly decisions: number; readonly declined: Percent }>;
    readonly groups: readonly OfGroup<DeclineFigures>[];
  };
  readonly appeals: {
    readonly all: Disclosed<AppealFigures>;
    readonly outcomes: readonly { readonly outcome: AppealOutcome; readonly count: Disclosed<number> }[];
    readonly groups: readonly OfGroup<AppealFigures>[];
  };
  readonly annex: Annex;
}

export interface OfGroup<T> {
  readonly id: string;
  readonly title: string;
  readonly figures: Disclosed<T>;
}

/** The facts of the first sentence; each language puts them into words. */
export interface Headline {
  readonly heard: Disclosed<Heard>;
  readonly shares:
    | { readonly kind: 'none-shown' }
    | { readonly kind: 'kept'; readonly groups: number }
    | { readonly kind: 'missed'; readonly groups: number; readonly short: number; readonly titles: readonly string[] };
  readonly declines:
    | { readonly kind: 'too-few' }
    | { readonly kind: 'no-clear-difference' }
    | { readonly kind: 'concern'; readonly titles: readonly string[]; readonly ratio: Ratio };
}

export interface Heard {
  readonly asked: number;
  readonly heard: number;
  readonly rate: Percent;
}

/** null: fewer than that share of them had a turn before the end. */
export interface Waits {
  readonly median: Minutes | null;
  readonly spread: Disclosed<{
    readonly quarter: Minutes | null;
    readonly threeQuarters: Minutes | null;
    readonly ninety: Minutes | null;
  }>;
}

/**
 * `all-heard`: below its share because everybody who asked was heard. `close`: by less than one turn. null: no share was
 * guaranteed, or there was no turn at all.
 */
export type Standing = 'reached' | 'close' | 'all-heard' | 'short' | null;

export interface GroupFigures {
  readonly people: number;
  /** Of all who asked. */
  readonly peopleShare: Percent;
  readonly share: Percent;
  readonly low: Percent;
  readonly high: Percent;
  readonly timeShare: Percent;
  readonly floor: number | null;
  readonly owed: number | null;
  /** null of fewer than ten people, twenty of a sensitive group. */
  readonly heardRate: Percent | null;
  readonly standing: Standing;
}

export interface SlateStep {
  readonly coverage: Percent;
  /** null where so few are left out that it would tell how few. */
  readonly alphaJR: number | null;
  readonly leftOut: AtLeast;
}

/** Small numbers are not told apart. */
export type AtLeast = { readonly n: number } | { readonly below: number };

/** high null: without an upper end. */
export interface Ratio {
  readonly value: number | null;
  readonly low: number;
  readonly high: number | null;
}

export interface DeclineFigures {
  readonly decisions: number;
  /** null of fewer than ten decisions. */
  readonly declined: Percent | null;
  readonly flag: 'insufficient' | 'concern' | 'none';
  /** null where there were too few, or nothing at all was declined. */
  readonly ratio: Ratio | null;
}

export interface AppealFigures {
  /** Of the people something was declined to; null as above. */
  readonly appealed: Percent | null;
  /** Of the people who appealed: those with at least one decision overturned or modified. */
  readonly changed: Disclosed<Percent>;
}

export interface Annex {
  readonly evenness: Disclosed<{ readonly gini: number; readonly jain: number }>;
  readonly theil: readonly {
    readonly titles: readonly string[];
    readonly figures: Disclosed<{ readonly total: number; readonly between: number; readonly within: number }>;
  }[];
  readonly tests: readonly OfGroup<TestFigures>[];
}

export interface TestFigures {
  /** Of the shares declined, in points of a hundred. */
  readonly difference: { readonly low: number; readonly high: number };
  readonly fisher: number;
  readonly midP: number;
  readonly holm: number;
  readonly approvalRatio: number | null;
  readonly time: { readonly median: Minutes | null; readonly others: Minutes | null; readonly p: number };
}

/** How the groups of several panels were treated, as one comparison. */
export interface PooledReport {
  readonly method: typeof METHOD;
  readonly panels: number;
  readonly headline: PooledHeadline;
  readonly groups: readonly OfGroup<PooledFigures>[];
}

export interface PooledHeadline {
  readonly declines: Headline['declines'];
  /** Those the sentence speaks of: where groups stand out, the fewest in which one of these was compared. */
  readonly panels: number;
  /** Fewer than five neither clear nor convict. */
  readonly isEnough: boolean;
}

export interface PooledFigures extends DeclineFigures {
  /** In which somebody of the group, and somebody else, was decided on. */
  readonly panels: number;
  /** Of the Cochran–Mantel–Haenszel test, and the same among all groups that were compared. */
  readonly p: number;
  readonly holm: number;
}
