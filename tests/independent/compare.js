// Holds the program against the rules: random places, random questions, every cell. `node compare.js --seeds 1..20`.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMPARISONS } from "./comparisons.js";
import { compareReturns } from "./disclosure/compare.js";
import { addBeside, orderOf, readPlace } from "./facts.js";
import { parse } from "./files.js";
import { writePlace } from "./place.js";
import { argumentsOf, Program, recordedOn } from "./program.js";

/** So many cells that differ are told of one question. */
const TOLD = 10;
/** From so many places on, each command must have had something to say. */
const ENOUGH = 5;

/** The cells of one row that differ, in words. */
function cellsThatDiffer(name, wanted, printed) {
  const wrong = Object.entries(wanted).filter(([cell, value]) => printed[cell] !== value);
  return wrong.map(([cell, value]) => `${name} ${cell}: rules ${value}, program ${printed[cell]}`);
}

/** The cells in which two tables differ; a row that only one of them has is one difference. */
function differences(ours, theirs) {
  const [rules, program] = [new Map(ours), new Map(theirs)];
  const found = [];
  for (const name of new Set([...rules.keys(), ...program.keys()])) {
    const [wanted, printed] = [rules.get(name), program.get(name)];
    if (!wanted) found.push(`${name}: only the program has it: ${JSON.stringify(printed)}`);
    else if (!printed) found.push(`${name}: only the rules have it: ${JSON.stringify(wanted)}`);
    else found.push(...cellsThatDiffer(name, wanted, printed));
  }
  return found;
}

/** One question to both; answers with the cells compared and those that differ. */
function compareOne({ command, ask, ours, named, empty = () => false }, { chance, days, facts, program, recorded }) {
  const asked = ask(chance, days, facts);
  const told = program.tells(command, ...argumentsOf(asked), "--format", "csv");
  const wanted = named(ours(facts, asked, { folder: program.folder, recordedOn: recorded })).filter(([, row]) => told !== "" || !empty(row));
  const printed = named(parse(told));
  const found = differences(wanted, printed);
  if (found.length > 0) console.error(`seed ${program.seed}: esteem ${command} ${argumentsOf(asked).join(" ")}`);
  for (const line of found.slice(0, TOLD)) console.error(`  ${line}`);
  return { cells: wanted.reduce((sum, [, row]) => sum + Object.keys(row).length, 0), wrong: found.length };
}

/** Writes the place of a seed, and brings it in; unless it was `made` before, each file on its day, with what stands beside them. */
function placeOf(seed, root, stage) {
  const folder = join(root, `place-${seed}`);
  if (stage !== "made" && existsSync(folder)) rmSync(folder, { recursive: true });
  const { chance, days } = writePlace(folder, seed);
  const program = new Program(folder, { seed, today: days.today });
  const facts = readPlace(folder);
  if (stage === "all") program.bringIn(orderOf(folder), chance);
  if (stage === "made") addBeside(facts, folder);
  return { chance, days, facts, program, recorded: stage === "made" ? (file) => file.recorded_on : recordedOn };
}

/** Compares everything that the program can be asked about a place. */
function comparePlace(context, commands) {
  const told = {};
  for (const comparison of COMPARISONS.filter(({ command }) => commands.includes(command))) {
    const each = Array.from({ length: comparison.each }, () => compareOne(comparison, context));
    told[comparison.command] = sum(each);
  }
  if (commands.includes("return")) told.return = compareReturns(context);
  return told;
}

const sum = (all) => all.reduce((a, b) => ({ cells: a.cells + b.cells, wrong: a.wrong + b.wrong }), { cells: 0, wrong: 0 });

const words = (told) => Object.entries(told).map(([what, { cells, wrong }]) => `${what} ${cells} cells, ${wrong} differ`).join("; ");

/** `1..20`, or one seed. */
function seedsOf(range) {
  const [first, last] = range.split("..").map(Number);
  return Array.from({ length: (last ?? first) - first + 1 }, (_, at) => first + at);
}

/** The commands of the program that are compared, all or those named; what it lacks is told. */
function commandsOf(named) {
  const all = [...COMPARISONS.map(({ command }) => command), "return"];
  const wanted = named ? named.split(",") : all;
  const missing = wanted.filter((command) => !Program.has(command));
  for (const command of missing) console.error(`NOT COMPARED: this esteem has no command ${command}`);
  return { commands: wanted.filter((command) => !missing.includes(command)), missing };
}

/** Every place, one after the other; answers with what was compared by command. */
function compareAll({ seeds, root, stage, commands }) {
  const all = {};
  for (const seed of seeds) {
    const context = placeOf(seed, root, stage);
    if (stage === "make") continue;
    const told = comparePlace(context, commands);
    console.log(`seed ${seed}: ${words(told)}`);
    for (const [what, one] of Object.entries(told)) all[what] = sum([all[what] ?? { cells: 0, wrong: 0 }, one]);
  }
  console.log(`all: ${words(all)}`);
  return all;
}

function main(args) {
  const option = (name, otherwise) => (args.includes(name) ? args[args.indexOf(name) + 1] : otherwise);
  if (!existsSync(process.env.ESTEEM_BIN ?? "")) throw new Error("ESTEEM_BIN must name the program");
  const stage = ["make", "made"].find((name) => args.includes(`--${name}`)) ?? "all";
  const { commands, missing } = stage === "make" ? { commands: [], missing: [] } : commandsOf(option("--only"));
  const kept = option("--keep");
  const root = kept ?? mkdtempSync(join(tmpdir(), "esteem-independent-"));
  const seeds = seedsOf(option("--seeds", "1..20"));
  const all = Object.values(compareAll({ seeds, root, stage, commands }));
  if (!kept) rmSync(root, { recursive: true });
  // One small place may have nothing to say to a command, several may not.
  const compared = seeds.length < ENOUGH || all.every(({ cells }) => cells > 0);
  process.exitCode = compared && all.every(({ wrong }) => wrong === 0) && missing.length === 0 ? 0 : 1;
}

main(process.argv.slice(2));
