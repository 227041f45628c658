// Judgements of every kind that a file may hold, in any order, many on one day, some twice in the same words.

const LEVELLED = ["self", "confirmed", "recognised"];
/** What is said of most people, and of the skilled: else hardly any team would be covered. */
const KINDS = ["self", "self", "confirmed", "confirmed", "confirmed", "recognised", "revoked", "sent_back", "exempted", "exemption_ended"];
const OF_SKILLED = ["self", "self", "confirmed", "confirmed", "confirmed", "confirmed", "recognised", "recognised", "revoked"];
const LEVELS = [1, 2, 3, 3, 4, 4, 5];
const LEVELS_OF_SKILLED = [3, 4, 4, 5];
const EVIDENCE = ["observation", "case_discussion", "simulation", "teaching", ""];

function judgement(chance, days, { who, skilled }, competency) {
  const kind = chance.pick(skilled ? OF_SKILLED : KINDS);
  return {
    employee_number: who.employee_number,
    employer_code: who.employer_code,
    competency_code: competency.code,
    kind,
    made_on: days.day(),
    level: LEVELLED.includes(kind) ? chance.pick(skilled ? LEVELS_OF_SKILLED : LEVELS) : "",
    evidence: kind === "confirmed" ? chance.pick(EVIDENCE) : "",
    note: "",
  };
}

/** Up to three files of judgements. What stands in two of them in the same words is on record once. */
export function judged(chance, days, { everybody, competencies }) {
  const busy = chance.pick([2, 4, 6]);
  const skilled = chance.pick([30, 50, 90]);
  const rows = everybody.flatMap((who) => {
    const person = { who, skilled: chance.often(skilled) };
    return competencies.flatMap((competency) => {
      const rows = Array.from({ length: chance.below(busy + 1) }, () => judgement(chance, days, person, competency));
      return rows.map((row) => (chance.often(25) ? { ...row, made_on: rows[0].made_on } : row));
    });
  });
  const shuffled = chance.shuffle(rows);
  const doubled = shuffled.flatMap((row) => (chance.often(3) ? [row, row] : [row]));
  const cut = chance.below(doubled.length + 1);
  const again = chance.some(doubled.slice(0, cut), chance.pick([0, 5, 40]));
  return [doubled.slice(0, cut), [...doubled.slice(cut), ...again]].filter((file) => file.length > 0);
}
