// Dated facts of a post, each on its own: what was first told holds from the start, another value from its file's day on.

/** Terms that hold from a post's start. */
export const termsOf = (told) => Object.fromEntries(Object.entries(told).map(([name, value]) => [name, [{ from: "", value }]]));

/** What one fact is on a day. */
export const termAt = (steps, day) => steps.filter((step) => step.from <= day).at(-1).value;

/** A step whose value is that of the one before is none. */
const joined = (steps) => steps.filter((step, at) => at === 0 || steps[at - 1].value !== step.value);

/** The new value holds up to the day from which the same fact is something else (decisions/rules.md). */
function step(steps, day, value) {
  if (termAt(steps, day) === value) return steps;
  const others = steps.filter((known) => known.from !== day);
  return joined([...others, { from: day, value }].sort((a, b) => (a.from < b.from ? -1 : 1)));
}

/** The terms after a later file of that day. */
export const toldFrom = (terms, day, told) =>
  Object.fromEntries(Object.entries(terms).map(([name, steps]) => [name, step(steps, day, told[name])]));
