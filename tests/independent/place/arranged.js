// What no file of the contract holds: cover rules, who comes to a team, requests. They stand beside the files of a place.

import { addDays } from "../dates.js";
import { LEADS_IN } from "./teaching.js";

const INPUT_KINDS = ["embedded", "link_worker", "consultation_liaison"];
/** A request lapses after 28 days. */
const ASKED_DAYS_AGO = [0, 15, 27, 28, 28, 29];

/** Mostly from the first day on, so that it matters on most days. */
const early = (chance, days) => (chance.often(60) ? days.first : days.day());

/** One for each team or setting and item at most, because two for the same are refused. */
function coverRules(chance, days, { teams, areas, competencies }) {
  const items = competencies.flatMap((row) => [["competency", row.code], ["domain", row.domain_code]]);
  const made = new Map();
  for (let n = chance.between(3, 10); n > 0; n -= 1) {
    const whose = chance.often(40)
      ? { team_code: chance.pick(teams).code, setting: "", area_code: "" }
      : { team_code: "", setting: chance.pick(teams).setting, area_code: chance.often(60) ? chance.pick(areas).code : "" };
    const people = chance.between(1, 3);
    const professions = String(Math.min(people, chance.between(1, 2)));
    const asks = { people: String(people), level: chance.pick(["", "1", "2", "3", "5"]), professions };
    const [item_kind, item] = chance.pick(items);
    const row = { ...whose, item_kind, item, ...asks, from: early(chance, days), to: "" };
    if (chance.often(30)) row.to = addDays(row.from, chance.below(400));
    made.set([row.team_code, row.setting, row.area_code, row.item].join(" "), row);
  }
  return [...made.values()];
}

/** A team comes to a team, or one person does. */
function inputs(chance, days, { teams, atWork }) {
  return Array.from({ length: chance.between(2, 7) }, () => {
    const to = chance.pick(teams).code;
    const whole = chance.often(50) || atWork.length === 0;
    const from = whole ? chance.pick(teams.filter((team) => team.code !== to)).code : "";
    const [starts, ends] = [early(chance, days), days.day()].sort();
    return {
      team_code: to,
      kind: chance.pick(INPUT_KINDS),
      from_team_code: from,
      from_person: whole ? "" : chance.pick(atWork).email,
      from: starts,
      to: chance.often(50) ? "" : ends,
    };
  });
}

/** Requests of people of whom nothing was said in the competency since, and only one of each. */
function requests(chance, days, { atWork, competencies }) {
  const free = atWork.flatMap((person) =>
    competencies
      .map(({ code }) => ({ person, code, asked: addDays(days.today, -chance.pick(ASKED_DAYS_AGO)) }))
      .filter(({ code, asked }) => !person.judgements.some((event) => event.competency === code && event.day >= asked)),
  );
  return chance.some(free, chance.between(0, 6)).map(({ person, code, asked }) => ({
    work_email: person.email,
    competency_code: code,
    level: String(chance.between(1, 4)),
    asked_on: asked,
    withdrawn_on: chance.often(25) ? [addDays(asked, chance.below(10)), days.today].sort()[0] : "",
  }));
}

/** What is recorded once every file came in; `atWork` are the people with a post in scope today. */
export function arranged(chance, days, known) {
  const others = known.teams.filter((team) => team.code !== LEADS_IN.team_code);
  return {
    cover_rules: coverRules(chance, days, { ...known, teams: others }),
    inputs: inputs(chance, days, { ...known, teams: others }),
    requests: requests(chance, days, known),
  };
}
