// Everything that a figure is counted from, as it is on one day: posts and where they are, what was said, what roles ask.

import { within } from "./dates.js";
import { placeOf } from "./places.js";
import { asksOf } from "./requirements.js";
import { madeBy } from "./standing.js";
import { termAt } from "./terms.js";

/** FTE is counted in millionths, so that sums are exact. */
const FTE = 1_000_000;

/** A post as it is on a day, wherever its team is then. */
export function postOn(facts, post, day) {
  const term = (name) => termAt(post.terms[name], day);
  return {
    post,
    team: term("team_code"),
    role: term("role_code"),
    fte: Math.round(Number(term("fte")) * FTE),
    category: term("assignment_category"),
    status: term("assignment_status"),
    at: placeOf(facts, term("team_code"), day),
  };
}

/** The posts that a person has within their first and last days. */
export const postsOn = (facts, person, day) =>
  person.posts.filter((post) => within(day, post.start, post.leaving)).map((post) => postOn(facts, post, day));

/** A function that remembers its answers. */
function remembered(answer) {
  const known = new Map();
  return (question) => {
    if (!known.has(question)) known.set(question, answer(question));
    return known.get(question);
  };
}

/** The world at the end of a day, from judgements made by `knownTo` (that day, unless an earlier one is given). */
export function worldOn(facts, day, knownTo = day) {
  const people = [...facts.people.values()].map((person) => ({
    key: person.key,
    email: person.email,
    posts: postsOn(facts, person, day),
    events: madeBy(person.judgements, knownTo),
  }));
  const areasOf = (team) => placeOf(facts, team, day).areas;
  return { day, people, areasOf, asks: remembered((role) => asksOf(facts, role, day)) };
}

/** Whether a post could be chosen if its holder were at work: its team is open, and it is of a kind that counts. */
export const countable = (post, includeBank) =>
  post.at.open && (includeBank || !["bank", "locum"].includes(post.category));
