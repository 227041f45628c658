// Clause 9's first half: next to a child that is held alone in a published row, another is held too (rules 6).

import { placeOf } from "../places.js";

const PEOPLE = ["people_all", "people_critical"];

/** The parent rows of a line: as [level, code], one for each hierarchy that it stands in. */
function parentsOf(facts, line, day) {
  const { geography_level: level, org_code: code } = line;
  if (line.staff_classification !== "all") return [["place", code, line.staff_classification]];
  if (line.care_setting !== "all") return [["place", code, "care_setting"]];
  if (level === "team") {
    const at = placeOf(facts, code, day);
    const [home] = at.areas;
    return [...(home ? [[home.kind, home.code, "area"]] : []), ["organisation", at.organisation, "teams"]];
  }
  const parent = facts.areas.get(facts.areas.get(code)?.parent_code);
  return parent ? [[parent.kind, parent.code, "area"]] : [];
}

const wholeRow = (line) => line.staff_classification === "all" && line.care_setting === "all";

/** Children that are held alone though their parent is shown, each in words. */
export function heldAlone(facts, lines, day) {
  const figure = (line) => [line.domain_code, line.measure, line.basis].join(" ");
  const people = lines.filter((line) => PEOPLE.includes(line.basis) && line.note !== "z");
  const parents = people.filter((line) => wholeRow(line) && line.note !== "c");
  const shown = new Set(parents.map((line) => `${line.geography_level} ${line.org_code} ${figure(line)}`));
  const families = new Map();
  for (const line of people) {
    for (const [level, code, hierarchy] of parentsOf(facts, line, day)) {
      const parent = `${level} ${code} ${figure(line)}`;
      if (!shown.has(parent)) continue;
      const family = `${parent} by ${hierarchy}`;
      families.set(family, [...(families.get(family) ?? []), line]);
    }
  }
  const alone = [...families].filter(([, children]) => children.filter((line) => line.note === "c").length === 1);
  return alone.filter(([, children]) => children.length > 1).map(([family]) => [family, "one child is held alone"]);
}
