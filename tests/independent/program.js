// The program that is held against the rules: its commands, over a database of their own in a place's folder.

import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BIN = process.env.ESTEEM_BIN;
/** A library that sets the clock of a process, such as libfaketime: with it files are recorded on their own days. */
const CLOCK = process.env.FAKETIME_LIBRARY;

/** What it says of a row in which nobody ever stood. */
const NO_FIGURES = "could not find these figures";

/** The day on which a file is recorded by the command line. */
export const recordedOn = (file) => (CLOCK ? file.recorded_on : new Date().toISOString().slice(0, 10));

const clockAt = (day) => (CLOCK ? { LD_PRELOAD: CLOCK, FAKETIME: `${day} 12:00:00`, FAKETIME_DONT_FAKE_MONOTONIC: "1" } : {});

export class Program {
  constructor(folder, { seed, today }) {
    Object.assign(this, { folder, seed });
    this.settings = {
      PATH: process.env.PATH,
      ESTEEM_DATABASE_URL: `sqlite://${join(folder, "esteem.db")}`,
      ESTEEM_BASE_URL: "http://127.0.0.1:3000",
      ESTEEM_TODAY: today,
      RUST_LOG: "warn",
    };
  }

  /** Whether there is such a command. */
  static has(command) {
    return spawnSync(BIN, [command, "--help"], { env: { PATH: process.env.PATH }, cwd: tmpdir() }).status === 0;
  }

  run(args, more = {}) {
    const env = { ...this.settings, ...more };
    const { status, stdout, stderr, error } = spawnSync(BIN, args, { cwd: this.folder, env, encoding: "utf8", maxBuffer: 1 << 28 });
    if (error || status !== 0) throw new Error(`esteem ${args.join(" ")}: ${error ?? `status ${status}`}\n${stderr}`);
    return stdout;
  }

  /** What a command prints, once it has ended well. */
  does(...args) {
    return this.run(args);
  }

  /** The same of a question; nothing where the program says that there are no such figures. */
  tells(...args) {
    try {
      return this.run(args);
    } catch (error) {
      if (error.message.includes(NO_FIGURES)) return "";
      throw error;
    }
  }

  /** Brings in the files of a place, in their order; some of them twice, or after asking what would happen: neither changes anything. */
  bringIn(files, chance) {
    for (const { kind, file, as_at: asAt, recorded_on: day } of files) {
      const bring = (...more) => this.run(["import", kind, join(this.folder, file), "--as-at", asAt, ...more], clockAt(day));
      if (chance.often(10)) bring("--dry-run");
      bring();
      if (chance.often(10)) bring();
    }
  }
}

/** The arguments of a question: what is `true` is a switch. */
export const argumentsOf = (question) =>
  Object.entries(question).flatMap(([name, value]) => {
    const flag = `--${name.replaceAll("_", "-")}`;
    return value === true ? [flag] : [flag, value];
  });
