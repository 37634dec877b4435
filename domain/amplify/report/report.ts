import { discloseIf, K_MIN, percent } from '../disclosure/disclosure.js';
import { gini, jain, theil } from '../equity/equity.js';
import { headlineOf } from './headline.js';
import type { ReportInput, ReportPerson } from './input.js';
import { axesOf, baseOf, hiddenIn, type Base, type Hidden } from './members.js';
import { METHOD, type Annex, type AtLeast, type PanelReport, type SlateStep } from './panel-report.js';
import { appealsOf, declinesOf, firstDecisions, rounded } from './treatment.js';
import { groupRows, heardOf, overridesOf, topThreeOf, waitRows, waitsOfAll } from './turns.js';

/** The report of one panel as it may be published, once, after it ended. */
export function reportOf(input: ReportInput): PanelReport {
  const [asked, hidden] = shownBase(input, (person) => person.asked || person.turns > 0);
  const [waited, hiddenWaits] = shownBase(input, ({ firstWait }) => firstWait !== null, hidden);
  const [decided, hiddenDecisions] = shownBase(input, (person) => firstDecisions(person).length > 0, hidden);
  const [declined, hiddenAppeals] = shownBase(input, isDeclined, hiddenDecisions);

  const people = heardOf(asked, hidden);
  const groups = groupRows(asked, hidden, input);
  const { declines, tests } = declinesOf(decided, hiddenDecisions, input);

  return {
    method: METHOD,
    turnsAre: input.turnsAre,
    headline: headlineOf(people, groups, declines.groups),
    people,
    waits: waitsOfAll(waited, hiddenWaits),
    topThree: topThreeOf(asked, hidden),
    overrides: overridesOf(input),
    groups,
    groupWaits: waitRows(waited, hiddenWaits, input),
    slate: input.posed.map(stepOf),
    declines,
    appeals: appealsOf(declined, hiddenAppeals, input),
    annex: { ...spreadOf(asked, hidden, input), tests },
  };
}

function shownBase(input: ReportInput, isIn: (person: ReportPerson) => boolean, before?: Hidden) {
  const base = baseOf([...input.people.values()].filter(isIn));
  return [base, hiddenIn(base, input, before)] as const;
}

function isDeclined({ decisions }: ReportPerson): boolean {
  return decisions.some(({ outcome }) => outcome === 'declined');
}

function stepOf({ coverage, alphaJR, leftOut }: ReportInput['posed'][number]): SlateStep {
  const told = atLeast(leftOut);
  return { coverage: percent(coverage), alphaJR: 'n' in told ? rounded(alphaJR) : null, leftOut: told };
}

function atLeast(n: number): AtLeast {
  return n > 0 && n < K_MIN.plain ? { below: K_MIN.plain } : { n };
}

/** What lies between groups would tell of a hidden one: it is shown only where all of an axis are. */
function spreadOf({ people }: Base, hidden: Hidden, { groups }: ReportInput): Omit<Annex, 'tests'> {
  const turns = people.map((person) => person.turns);
  const axes = [...axesOf(groups), ...groups.filter(({ axis }) => axis === null).map((group) => [group])];

  return {
    evenness: discloseIf(!hidden.total, () => ({ gini: rounded(gini(turns)), jain: rounded(jain(turns)) })),
    theil: axes.map((members) => ({
      titles: members.map(({ title }) => title),
      figures: discloseIf(!hidden.total && members.every(({ id }) => !hidden.groups.has(id)), () => {
        const partOf = people.map((person) => members.find(({ id }) => person.groups.includes(id))?.id ?? '');
        const { total, between, within } = theil(turns, partOf);
        return { total: rounded(total, 3), between: rounded(between, 3), within: rounded(within, 3) };
      }),
    })),
  };
}
