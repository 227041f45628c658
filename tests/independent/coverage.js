// Coverage: which posts are chosen in which row, and the counts of every row and item (rules 4).

import { contribution } from "./counts.js";
import { liesIn, rowsOf } from "./places.js";
import { standing } from "./standing.js";
import { countable } from "./world.js";

/** The group of a role, by each classification; blank is none. */
const GROUPS = {
  gpw: (role) => role.gpw_staff_group,
  esr: (role) => role.esr_staff_group,
  profession: (role) => role.profession || role.esr_staff_group,
  role: (role) => role.code,
};

/** Whether a team passes the filters, whatever the row. */
export const passes = (facts, question, code, at) => {
  const team = facts.teams.get(code);
  return (
    (!question.setting || team.setting === question.setting) &&
    (!question.care_level || team.care_level === question.care_level) &&
    liesIn(facts, question.in, code, at)
  );
};

/** Where a person stands in each competency of the framework. */
function standingsOf(facts, world, person) {
  const of = ({ code, refresh_months: refresh }) => {
    const events = person.events.filter((event) => event.competency === code);
    return [code, standing(events, Number(refresh), world.day)];
  };
  return new Map([...facts.competencies.values()].map(of));
}

/** Row → people with a post in it: their chosen posts, and those that they are away from. */
function rowsAndPeople(facts, world, question) {
  const rows = new Map();
  for (const person of world.people) {
    for (const post of person.posts) {
      const group = question.group ? GROUPS[question.group](facts.roles.get(post.role)) : "all";
      if (!group || !countable(post, question.include_bank) || !passes(facts, question, post.team, post.at)) continue;
      for (const code of rowsOf(question.scope, post.team, post.at)) put(rows, { code, group }, person, post);
    }
  }
  return rows;
}

function put(rows, { code, group }, person, post) {
  const name = `${code}\u0000${group}`;
  if (!rows.has(name)) rows.set(name, { code, group, people: new Map() });
  const { people } = rows.get(name);
  if (!people.has(person)) people.set(person, { person, chosen: [], away: [] });
  if (post.status === "active") people.get(person).chosen.push(post);
  if (post.status === "away") people.get(person).away.push(post);
}

/** The items asked about, each with its competencies. */
export function itemsOf(facts, item) {
  const all = [...facts.competencies.values()];
  if (item === "all") return [{ code: "all", competencies: all.map(({ code }) => code) }];
  if (item === "competency") return all.map(({ code }) => ({ code, competencies: [code] }));
  const inDomain = (domain) => all.filter((one) => one.domain_code === domain).map(({ code }) => code);
  return [...new Set(all.map((one) => one.domain_code))].map((code) => ({ code, competencies: inDomain(code) }));
}

/** Every count of every row × item, also of those in which nobody is asked anything. */
export function counted(facts, world, question) {
  const standings = new Map(world.people.map((person) => [person, standingsOf(facts, world, person)]));
  const out = [];
  for (const row of rowsAndPeople(facts, world, question).values()) {
    for (const item of itemsOf(facts, question.item)) {
      const counts = {};
      for (const mine of row.people.values()) {
        const adds = contribution(world, mine, standings.get(mine.person), item);
        for (const [name, n] of Object.entries(adds)) counts[name] = (counts[name] ?? 0) + Number(n);
      }
      out.push({ code: row.code, group: row.group, item: item.code, competencies: item.competencies, counts });
    }
  }
  return out;
}
