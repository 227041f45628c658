// Figures in lines: beside their goals, or beside each other.

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
export const told = (figure) => number.format(figure);

/** One line: the figure, the goal where there is one, and their ratio. */
export function tell(what, figure, unit, goal) {
  const beside = goal === undefined ? "" : `goal ${told(goal)} ${unit}, ${(figure / goal).toFixed(2)} of it`;
  console.log(`  ${what.padEnd(62)}${told(figure).padStart(9)} ${unit.padEnd(3)} ${beside}`);
}

export const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/**
 * The same figures of several, side by side, with their goal and how much of it the worst is. Each of `all` has a name and its notes,
 * which are `{ what, figure, unit, goal }`; a figure may be a word.
 */
export function sideBySide(all) {
  const cell = (text) => String(text).padStart(13);
  const of = (note) => (typeof note?.figure === "number" ? told(note.figure) : (note?.figure ?? "not measured"));
  console.log(`\n  ${"".padEnd(66)}${all.map(({ name }) => cell(name)).join("")}`);
  for (const { what, unit, goal } of all[0].notes) {
    const notes = all.map(({ notes }) => notes.find((note) => note.what === what));
    const figures = notes.map((note) => note?.figure).filter((figure) => typeof figure === "number");
    const ratio = figures.length > 0 ? `, ${(Math.max(...figures) / goal).toFixed(2)} of it` : "";
    const beside = goal === undefined ? "" : `   goal ${told(goal)} ${unit}${ratio}`;
    console.log(`  ${`${what}, ${unit}`.padEnd(66)}${notes.map((note) => cell(of(note))).join("")}${beside}`);
  }
}
