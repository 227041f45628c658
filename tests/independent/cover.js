// Cover: whether a team holds what it requires, which rule says so, and on whom alone it hangs (rules 4, decisions/cover.md).

import { within } from "./dates.js";
import { byUtf8 } from "./figures.js";
import { askedBy } from "./requirements.js";
import { standing } from "./standing.js";
import { countable } from "./world.js";

const HIGHEST_DEFAULT = 4;
const ANY_DOMAIN = { people: 1, level: undefined, professions: 1 };
const BY_DEFAULT = { RSK: { people: 2, level: 3, professions: 2 }, EMG: { people: 2, level: 3, professions: 2 } };

const inScope = (post, question) => post.status === "active" && countable(post, question.include_bank);

const stands = (facts, world, person, code) => {
  const events = person.events.filter((event) => event.competency === code);
  return standing(events, Number(facts.competencies.get(code).refresh_months), world.day);
};

/** Competency → the highest level that the team requires of anybody, after exemptions. */
function teamRequires(facts, world, team, question) {
  const levels = new Map();
  for (const person of world.people) {
    const posts = person.posts.filter((post) => post.team === team && inScope(post, question));
    for (const [code, { level }] of askedBy(posts, world.asks)) {
      if (!stands(facts, world, person, code).exempt) levels.set(code, Math.max(levels.get(code) ?? 0, level));
    }
  }
  return levels;
}

/** How near a rule is: for the team, for its setting in an area (the nearest first), for its setting everywhere; 0 is not at all. */
function nearness(facts, rule, team, areas) {
  if (rule.team_code) return rule.team_code === team ? 100 : 0;
  if (rule.setting !== facts.teams.get(team).setting) return 0;
  if (!rule.area_code) return 1;
  const at = areas.findIndex((area) => area.code === rule.area_code);
  return at < 0 ? 0 : 50 - at;
}

/** The rule that applies to a competency in a team: whose it is before what it is about, then the later start, then the later record. */
function ruleFor(facts, world, { team, areas }, code) {
  const domain = facts.competencies.get(code).domain_code;
  const about = (rule) => (rule.item === code ? 2 : rule.item === domain ? 1 : 0);
  const applies = (facts.coverRules ?? [])
    .map((rule, at) => ({ rule, at, near: nearness(facts, rule, team, areas), about: about(rule) }))
    .filter(({ rule, near, about: on }) => near > 0 && on > 0 && within(world.day, rule.from, rule.to));
  applies.sort((a, b) => b.near - a.near || b.about - a.about || byUtf8(b.rule.from, a.rule.from) || b.at - a.at);
  if (applies.length === 0) return BY_DEFAULT[domain] ?? ANY_DOMAIN;
  const { people, level, professions } = applies[0].rule;
  return { people: Number(people), level: level ? Number(level) : undefined, professions: Number(professions || 1) };
}

/** The profession of the post with the highest FTE; of equal ones, that of the role that comes first by its code. */
function professionThrough(facts, posts) {
  const [first] = [...posts].sort((a, b) => b.fte - a.fte || byUtf8(a.role, b.role));
  const role = facts.roles.get(first.role);
  return role.profession || role.esr_staff_group;
}

/** Person → the profession as which they count in the team, or through what is arranged for it. */
function counting(facts, world, team, { question, arranged }) {
  const inputs = arranged ? (facts.inputs ?? []).filter((row) => row.team_code === team && within(world.day, row.from, row.to)) : [];
  // A row that names somebody means that person alone.
  const helps = (person, post) =>
    inputs.some((row) => (row.from_person ? person.email === row.from_person : post.team === row.from_team_code));
  const people = new Map();
  for (const person of world.people) {
    const posts = person.posts.filter((post) => inScope(post, question));
    const here = posts.filter((post) => post.team === team);
    const there = here.length > 0 ? here : posts.filter((post) => helps(person, post));
    if (there.length > 0) people.set(person, professionThrough(facts, there));
  }
  return people;
}

/** Whether each competency is held by enough people from enough professions, leaving somebody out. */
function enough(facts, world, people, asks, without) {
  return [...asks].every(([code, rule]) => {
    const holding = [...people].filter(([person]) => person !== without && stands(facts, world, person, code).level >= rule.level);
    const professions = new Set(holding.map(([, profession]) => profession).filter(Boolean));
    return holding.length >= rule.people && (rule.professions <= 1 || professions.size >= rule.professions);
  });
}

/** How a team is covered in an item, and on how many single people that hangs; undefined where it requires nothing of it. */
export function coverOf(facts, world, { team, competencies }, question) {
  const required = [...teamRequires(facts, world, team, question)].filter(([code]) => competencies.includes(code));
  if (required.length === 0) return undefined;
  const areas = world.areasOf(team);
  const asks = required.map(([code, highest]) => {
    const rule = ruleFor(facts, world, { team, areas }, code);
    return [code, { ...rule, level: rule.level ?? Math.min(highest, HIGHEST_DEFAULT) }];
  });
  const alone = counting(facts, world, team, { question, arranged: false });
  const helped = counting(facts, world, team, { question, arranged: true });
  const status = enough(facts, world, alone, asks) ? "in_team" : enough(facts, world, helped, asks) ? "by_arrangement" : "not_covered";
  const covered = status !== "not_covered";
  const hangsOn = (person) => !enough(facts, world, helped, asks, person);
  const singles = covered ? [...helped.keys()].filter(hangsOn).length : 0;
  return { status, covered, single_points_of_failure: singles };
}
