// Explained change: a chain of worlds between two days, each with one more kind of fact from the later one
// (rules 4, decisions/explained_change.md).

import { counted } from "./coverage.js";
import { placeOf } from "./places.js";
import { asksOf } from "./requirements.js";
import { madeBy } from "./standing.js";
import { postsOn } from "./world.js";

/** In the order in which they are applied. */
export const PARTS = [
  "late_records",
  "joiners",
  "leavers",
  "absences",
  "moves",
  "confirmations",
  "expiries",
  "revocations",
  "self_assessments",
  "exemptions",
  "requirements",
  "framework_versions",
  "organisations",
];

/** The judgements between the two days that each part brings. */
const BRINGS = {
  confirmations: ["confirmed", "recognised", "accepted"],
  revocations: ["revoked"],
  self_assessments: ["self"],
  exemptions: ["exempted", "exemption_ended"],
};

const held = (post) => post.status !== "left";

/** The posts of somebody in a world in which these parts are applied. */
function postsIn(facts, { before, after }, applied, [earlier, later]) {
  const was = before.filter(held);
  const is = after.filter(held);
  if (was.length === 0) return applied("joiners") ? placed(is) : before;
  if (is.length === 0) return applied("leavers") ? [] : was;
  if (applied("moves")) return placed(is);
  return was.map((post) => (applied("absences") ? { ...post, status: statusThen(post) } : post));

  function statusThen(post) {
    return is.find((other) => other.post === post.post)?.status ?? post.status;
  }
  /** A team is where the person found it: as on the earlier day until the last part, where the post was in it then. */
  function placed(posts) {
    const found = (post) => was.some((other) => other.post === post.post && other.team === post.team);
    const day = (post) => (found(post) && !applied("organisations") ? earlier : later);
    return posts.map((post) => ({ ...post, at: placeOf(facts, post.team, day(post)) }));
  }
}

/** What was said of somebody in such a world. */
function eventsIn(person, applied, [earlier, later]) {
  const parts = Object.entries(BRINGS).filter(([part]) => applied(part));
  const kinds = parts.flatMap(([, brought]) => brought);
  return madeBy(person.judgements, later).filter((event) => event.day <= earlier || kinds.includes(event.kind));
}

/** Posts on both days, and before late records also the posts and judgements that were on record then. */
function sidesOf(facts, person, known, [earlier, later]) {
  const sides = { before: postsOn(facts, person, earlier), after: postsOn(facts, person, later) };
  const then = known?.people.get(person.key);
  return { person, sides, then, postsThen: then ? postsOn(facts, then, earlier) : [] };
}

/** The world after this many parts; after none it is the earlier day as it was known then, where something was. */
function worldAfter(facts, count, days, { everybody, known }) {
  const [earlier, later] = days;
  const applied = (part) => PARTS.indexOf(part) < count;
  const people = everybody.map(({ person, sides, then, postsThen }) => {
    if (known && count === 0) return { key: person.key, posts: postsThen, events: then ? madeBy(then.judgements, earlier) : [] };
    return { key: person.key, posts: postsIn(facts, sides, applied, days), events: eventsIn(person, applied, days) };
  });
  const asks = (role) => asksOf(facts, role, applied("requirements") ? later : earlier);
  return { day: applied("expiries") ? later : earlier, people, asks };
}

const cell = (row) => `${row.code}\u0000${row.item}\u0000${row.group}`;

/** The difference of every count of every row × item, part by part: `[{code, item, group, before, after, parts}]`. */
export function explain(facts, days, question, known) {
  const everybody = [...facts.people.values()].map((person) => sidesOf(facts, person, known, days));
  const worlds = [...PARTS.keys(), PARTS.length].map((count) => worldAfter(facts, count, days, { everybody, known }));
  const tables = worlds.map((world) => new Map(counted(facts, world, question).map((row) => [cell(row), row])));
  const cells = new Map(tables.flatMap((table) => [...table]));
  return [...cells].map(([name, { code, item, group }]) => {
    const steps = tables.map((table) => table.get(name)?.counts ?? {});
    return { code, item, group, before: steps[0], after: steps.at(-1), parts: partsOf(steps) };
  });
}

function partsOf(steps) {
  const names = [...new Set(steps.flatMap((counts) => Object.keys(counts)))];
  const less = (after, before) => Object.fromEntries(names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]));
  return Object.fromEntries(PARTS.map((part, at) => [part, less(steps[at + 1], steps[at])]));
}
