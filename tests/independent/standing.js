// Where a person stands in a competency on a day, from everything that was said of them (rules 3).

import { addDays, addMonths, daysBetween } from "./dates.js";

const CONFIRMING = ["confirmed", "recognised", "accepted"];
const DUE_SOON_DAYS = 90;
const RECOGNISED_MONTHS = 12;

/** Day, then sequence of recording. */
export const inOrder = (a, b) => (a.day === b.day ? a.sequence - b.sequence : a.day < b.day ? -1 : 1);

/** The last day on which a confirmation is current. `original` is the day of what was accepted. */
export function dueOn(event, refresh) {
  if (event.kind === "recognised") return addMonths(event.day, Math.min(RECOGNISED_MONTHS, refresh));
  return addMonths(event.original ?? event.day, refresh);
}

/** What holds at the end of `day` after the events that are given, all of one person and one competency. */
export function standing(events, refresh, day) {
  const heard = [...events].sort(inOrder);
  const last = (kinds) => heard.filter((event) => kinds.includes(event.kind)).at(-1);
  const said = last([...CONFIRMING, "revoked"]);
  const confirmed = said && said.kind !== "revoked" ? said : undefined;
  const due = confirmed && dueOn(confirmed, refresh);
  const current = Boolean(confirmed) && day <= due;
  return {
    self: last(["self"])?.level ?? 0,
    last: confirmed?.level ?? 0,
    level: current ? confirmed.level : 0,
    due,
    current,
    dueSoon: current && daysBetween(day, due) <= DUE_SOON_DAYS,
    recognised: confirmed?.kind === "recognised",
    assessed: heard.some((event) => event.kind === "self" || CONFIRMING.includes(event.kind)),
    exempt: last(["exempted", "exemption_ended"])?.kind === "exempted",
  };
}

/** How that stands against a required level. */
export function against(stands, required) {
  const met = stands.current && stands.level >= required;
  return {
    met,
    recognised: met && stands.recognised,
    self: stands.self >= required,
    assessed: stands.assessed,
    dueSoon: met && stands.dueSoon,
    expired: stands.last >= required && !stands.current,
  };
}

/** Judgements made by the end of a day. */
export const madeBy = (events, day) => events.filter((event) => event.day <= day);

/** The first day on which a confirmation is expired. */
export const expiresOn = (event, refresh) => addDays(dueOn(event, refresh), 1);
