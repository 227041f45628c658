// Holds the program against these rules: random places, random questions, every cell. `node compare.js --seeds 1..20`.

import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { coverage } from "./printed.js";
import { readPlace } from "./facts.js";
import { parse } from "./files.js";
import { writePlace } from "./place.js";
import { argumentsOf, Program } from "./program.js";
import { question } from "./questions.js";
import { worldOn } from "./world.js";

const QUESTIONS = 30;
const TOLD = 10;

/** The cells in which two tables differ; what only one has is a difference too. */
function differences(ours, theirs) {
  const found = [];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
    for (const name of Object.keys(ours[at] ?? theirs[at])) {
      const [rules, program] = [ours[at]?.[name], theirs[at]?.[name]];
      const row = ours[at] ?? theirs[at];
      if (rules !== program) found.push(`${row.scope_code} ${row.item_code} ${row.group} (row ${at + 1}) ${name}: rules ${rules}, program ${program}`);
    }
  }
  return found;
}

function compareCoverage(facts, program, asked) {
  const ours = coverage(facts, worldOn(facts, asked.as_at), asked);
  const theirs = parse(program.does("coverage", ...argumentsOf(asked), "--format", "csv"));
  return { found: differences(ours, theirs), cells: ours.length * Object.keys(ours[0] ?? {}).length };
}

/** Compares one place; answers with how many cells agree, and tells where some do not. */
function comparePlace(seed, root) {
  const folder = join(root, `place-${seed}`);
  const { chance, days } = writePlace(folder, seed);
  const { files } = JSON.parse(readFileSync(join(folder, "order.json"), "utf8"));
  const program = new Program(folder, days.today);
  program.bringIn(files);
  const facts = readPlace(folder);
  let [cells, wrong] = [0, 0];
  for (let n = 0; n < QUESTIONS; n += 1) {
    const asked = question(chance, days, facts);
    const { found, cells: more } = compareCoverage(facts, program, asked);
    cells += more;
    wrong += found.length;
    if (found.length > 0) console.error(`seed ${seed}: esteem coverage ${argumentsOf(asked).join(" ")}`);
    for (const line of found.slice(0, TOLD)) console.error(`  ${line}`);
  }
  console.log(`seed ${seed}: ${cells} cells compared, ${wrong} differ`);
  return { cells, wrong };
}

/** `1..20`, or one seed. */
function seedsOf(words) {
  const [first, last] = words.split("..").map(Number);
  return Array.from({ length: (last ?? first) - first + 1 }, (_, at) => first + at);
}

function main(args) {
  const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
  if (!existsSync(process.env.ESTEEM_BIN ?? "")) throw new Error("ESTEEM_BIN must name the program");
  const kept = option("--keep");
  const root = kept ?? mkdtempSync(join(tmpdir(), "esteem-independent-"));
  let [cells, wrong] = [0, 0];
  for (const seed of seedsOf(option("--seeds", "1..20"))) {
    const told = comparePlace(seed, root);
    cells += told.cells;
    wrong += told.wrong;
  }
  if (!kept) rmSync(root, { recursive: true });
  console.log(`${cells} cells compared, ${wrong} differ`);
  process.exitCode = wrong > 0 || cells === 0 ? 1 : 0;
}

main(process.argv.slice(2));
