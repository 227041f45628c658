// What a return of a place says in `coverage.csv`: every row, measure and basis, exact and as the primary rule shows it
// (rules 6 and 7, decisions/returns.md).

import { counted } from "../coverage.js";
import { worldOn } from "../world.js";
import { peopleShown, requirementsShown } from "./rule.js";

const LEVELS = ["place", "locality", "network", "organisation", "team"];
const SETTINGS = (facts) => [...new Set([...facts.teams.values()].map((team) => team.setting))];
const CARE_LEVELS = ["complex_needs", "ongoing_needs", "urgent_care", "whole_population"];
/** Job titles that reveal health are never a published row. */
const REVEALING = /peer support|recovery coach|lived experience/i;

/** All rows of a return: each scope as a whole, and the place alone by staff group, care setting and care level. */
function cuts(facts) {
  const whole = { care_setting: "all", staff_classification: "all" };
  return [
    ...LEVELS.map((level) => ({ level, ...whole, question: {} })),
    ...["gpw", "esr"].map((by) => ({ level: "place", ...whole, staff_classification: by, question: { group: by } })),
    ...SETTINGS(facts).map((setting) => ({ level: "place", ...whole, care_setting: setting, question: { setting } })),
    ...CARE_LEVELS.map((care_level) => ({
      level: "place",
      ...whole,
      staff_classification: "care_level",
      staff_group: care_level,
      question: { care_level },
    })),
  ];
}

/** Measures of people, of a domain. */
const OF_PEOPLE = [
  ["met_confirmed", "people_all", "met_confirmed", "required"],
  ["met_confirmed", "people_critical", "critical_met", "critical_required"],
  ["met_recognised", "people_all", "met_recognised", "required"],
];
/** Measures of requirements, of a domain and of everything; how much is assessed is told of everything alone. */
const OF_REQUIREMENTS = [["met_confirmed", "requirements", "requirements_met", "requirements"]];
const COMPLETENESS = [["assessed", "requirements", "pairs_assessed", "requirements"]];

/** Every figure of the return: where it stands, how much it is exactly, and how the primary rule shows it. */
export function returnOf(facts, place, day) {
  const world = worldOn(facts, day);
  const figures = [];
  for (const cut of cuts(facts)) {
    for (const item of ["domain", "all"]) {
      const rows = counted(facts, world, { scope: cut.level, in: place, item, ...cut.question });
      for (const row of rows.filter((one) => one.counts.required > 0)) figures.push(...figuresOf(cut, row));
    }
  }
  return figures.filter((figure) => !REVEALING.test(figure.at.staff_group));
}

function figuresOf(cut, row) {
  const at = {
    geography_level: cut.level,
    org_code: row.code,
    care_setting: cut.care_setting,
    staff_classification: cut.staff_classification,
    staff_group: cut.staff_group ?? row.group,
    domain_code: row.item,
  };
  const measures = row.item === "all" ? [...OF_REQUIREMENTS, ...COMPLETENESS] : [...OF_PEOPLE, ...OF_REQUIREMENTS];
  return measures.map(([measure, basis, met, of]) => {
    const [n, d] = [row.counts[met], row.counts[of]];
    const shown = basis === "requirements" ? requirementsShown(n, d, row.counts.people) : peopleShown(n, d);
    return { at: { ...at, measure, basis }, n, d, people: row.counts.people, shown };
  });
}
