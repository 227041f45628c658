// Civil dates as text YYYY-MM-DD, so that earlier is smaller; a blank bound is unbounded (rules, opening paragraph).

const DAY = 24 * 60 * 60 * 1000;

const parts = (date) => date.split("-").map(Number);

const text = (year, month, day) => [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");

const daysIn = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** So many days later; earlier, where it is negative. */
export function addDays(date, days) {
  const [year, month, day] = parts(date);
  return new Date(Date.UTC(year, month - 1, day) + days * DAY).toISOString().slice(0, 10);
}

/** So many months later, at the end of the month where it has no such day: 31 August and 6 is 28 or 29 February. */
export function addMonths(date, months) {
  const [year, month, day] = parts(date);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return text(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)));
}

/** How many days from one date to another. */
export function daysBetween(from, to) {
  const at = (date) => Date.parse(`${date}T00:00:00Z`);
  return Math.round((at(to) - at(from)) / DAY);
}

/** Whether a day lies within two bounds, both inclusive. */
export const within = (date, from, to) => (!from || from <= date) && (!to || date <= to);
