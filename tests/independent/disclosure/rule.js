// The disclosure rule R5-8, clauses 1 to 5 and 8, for one figure (rules 6).

const SMALL = 7;
const SHARE_FROM = 40;
const ALL_OR_NONE_FROM = 20;
const PERCENT_FROM = 20;
const WHOLE_PERCENT_FROM = 100;

const small = (x) => x >= 1 && x <= SMALL;
const round5 = (x) => Math.floor((x + 2) / 5) * 5;
const halfUp = (n, d) => Math.floor((2 * n + d) / (2 * d));

/** Why a figure is held, by the number of the clause; undefined where it is shown. */
export function heldBy(n, d) {
  if (small(d)) return 2;
  if (small(n) || small(d - n)) return 3;
  return (n === 0 || n === d) && d < ALL_OR_NONE_FROM ? 4 : undefined;
}

/** What is shown of n of d people, as the columns of `coverage.csv`. */
export function peopleShown(n, d) {
  if (d === 0) return { numerator: "", denominator: "", percent: "", note: "z" };
  if (heldBy(n, d)) return { numerator: "", denominator: String(d), percent: "", note: "c" };
  // All of 23 people is shown as 23 of 23 (decisions/rules.md).
  const shown = Math.min(round5(n), d);
  const percent = d >= SHARE_FROM ? String(Math.min(100, halfUp(100 * round5(n), d))) : "";
  return { numerator: String(shown), denominator: String(d), percent, note: "" };
}

/** What is shown of requirements met in a row of so many people: a percentage alone, to the nearest 5 below 100 people. */
export function requirementsShown(n, d, people) {
  const none = { numerator: "", denominator: "" };
  if (d === 0) return { ...none, percent: "", note: "z" };
  if (people < PERCENT_FROM) return { ...none, percent: "", note: "c" };
  const percent = people < WHOLE_PERCENT_FROM ? 5 * halfUp(20 * n, d) : halfUp(100 * n, d);
  return { ...none, percent: String(percent), note: "" };
}
