// What was known at the end of a day, where it is known when each file was recorded (decisions/explained_change.md).

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { orderOf, readPlace } from "./facts.js";

/** Of these it is kept on which day they were recorded; everything else is as on record now. */
const KEEP_THEIR_DAY = ["staff", "judgements"];

/** The facts as they were known on a day; undefined where nothing was. */
export function knownOn(folder, facts, recordedOn, day) {
  const dated = orderOf(folder).filter(({ kind }) => KEEP_THEIR_DAY.includes(kind));
  if (!dated.some((file) => recordedOn(file) <= day)) return undefined;
  const known = readPlace(folder, (file) => !KEEP_THEIR_DAY.includes(file.kind) || recordedOn(file) <= day);
  for (const person of known.people.values()) for (const post of person.posts) correct(post, facts.people.get(person.key));
  return known;
}

/** First and last days of posts are corrections for every day. */
function correct(post, person) {
  const { start, leaving } = person.posts.find((now) => now.name === post.name);
  Object.assign(post, { start, leaving });
}

/** Whether the seats of sessions are known on a day: today all that is on record is. */
export const seatsKnownOn = (folder, recordedOn, day) => {
  const { today } = JSON.parse(readFileSync(join(folder, "order.json"), "utf8"));
  return day >= today || orderOf(folder).some((file) => file.kind === "attendance" && recordedOn(file) <= day);
};
