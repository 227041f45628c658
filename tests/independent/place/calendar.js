// The days of a place: few that everything happens on or next to, so that bounds meet; month ends and leap days among them.

import { addDays, addMonths } from "../dates.js";

const YEARS = 5;
/** The 30th and 31st stand for the last of any month. */
const DAYS = ["01-31", "02-31", "03-31", "04-01", "04-31", "05-31", "08-31", "10-31", "11-31", "12-31", "06-15", "09-10"];
const REFRESH = [1, 3, 6, 11, 12, 13, 24, 24, 36, 36];
const DUE_SOON = 90;

/**
 * The days of one place. Those of two places in three lie far ahead of any clock, so that everything was recorded before
 * any of them and nothing depends on the day on which this runs; those of the third lie behind it.
 */
export function calendar(chance, seed) {
  const first = seed % 3 === 0 ? 2019 : chance.pick([2087, 2091, 2096]);
  const today = `${first + YEARS}-06-30`;
  const near = (day) => addDays(day, chance.between(-1, 1));
  const landmark = () => {
    const [month, day] = chance.pick(DAYS).split("-").map(Number);
    const begins = `${chance.between(first, first + YEARS - 1)}-01-${day}`;
    return addMonths(begins, month - 1);
  };
  const landmarks = Array.from({ length: 8 }, landmark);
  const any = () => {
    const kind = chance.below(100);
    const day = chance.pick(landmarks);
    if (kind < 55) return near(day);
    if (kind < 75) return near(addMonths(day, -chance.pick(REFRESH)));
    if (kind < 85) return near(addDays(day, -DUE_SOON));
    return addDays(`${first}-01-01`, chance.below(YEARS * 365));
  };
  return {
    first: `${first}-01-01`,
    today,
    /** A day before everything else. */
    longAgo: () => addDays(`${first}-01-01`, -chance.between(1, 3000)),
    /** Any day, today at the latest. */
    day: () => [any(), today].sort()[0],
    refresh: () => chance.pick(REFRESH),
  };
}

/** Two days of a calendar in their order; either may be blank. */
export function span(chance, days, blank = 40) {
  const [from, to] = [days.day(), days.day()].sort();
  return [chance.often(blank) ? "" : from, chance.often(blank) ? "" : to];
}
