// The program that is held against the rules: its commands, over a database of their own in a place's folder.

import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BIN = process.env.ESTEEM_BIN;

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

  /** What a command prints, once it has ended well. */
  does(...args) {
    const { status, stdout, stderr, error } = spawnSync(BIN, args, { cwd: this.folder, env: this.settings, encoding: "utf8", maxBuffer: 1 << 28 });
    if (error || status !== 0) throw new Error(`esteem ${args.join(" ")}: ${error ?? `status ${status}`}\n${stderr}`);
    return stdout;
  }

  /** Brings in the files of a place, in their order; some of them twice, or after asking what would happen: neither changes anything. */
  bringIn(files, chance) {
    for (const { kind, file, as_at: asAt } of files) {
      const bring = (...more) => this.does("import", kind, join(this.folder, file), "--as-at", asAt, ...more);
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
