// Judgements of every kind that a file may hold, in any order, many on one day, some twice in the same words.

const LEVELLED = ["self", "confirmed", "recognised"];
const KINDS = ["self", "self", "confirmed", "confirmed", "confirmed", "confirmed", "recognised", "revoked", "sent_back", "exempted", "exemption_ended"];
const EVIDENCE = ["observation", "case_discussion", "simulation", "teaching", ""];

function judgement(chance, days, who, competency) {
  const kind = chance.pick(KINDS);
  return {
    employee_number: who.employee_number,
    employer_code: who.employer_code,
    competency_code: competency.code,
    kind,
    made_on: days.day(),
    level: LEVELLED.includes(kind) ? chance.pick([1, 2, 3, 3, 4, 4, 5]) : "",
    evidence: kind === "confirmed" ? chance.pick(EVIDENCE) : "",
    note: "",
  };
}

/** Up to three files of judgements. What stands in two of them in the same words is on record once. */
export function judged(chance, days, { everybody, competencies }) {
  const busy = chance.pick([2, 3, 5]);
  const rows = everybody.flatMap((who) =>
    competencies.flatMap((competency) =>
      Array.from({ length: chance.below(busy + 1) }, () => judgement(chance, days, who, competency)),
    ),
  );
  const shuffled = chance.shuffle(rows);
  const doubled = shuffled.flatMap((row) => (chance.often(3) ? [row, row] : [row]));
  const cut = chance.below(doubled.length + 1);
  const again = chance.some(doubled.slice(0, cut), chance.between(0, 5));
  return [doubled.slice(0, cut), [...doubled.slice(cut), ...again]].filter((file) => file.length > 0);
}
