// The program under measurement: its commands, a running server with its processor time and memory, a browser's requests.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { request } from "node:http";

export const TODAY = "2026-11-02";
const PORT = 3979;
const BASE = `http://127.0.0.1:${PORT}`;
export const PASSWORD = "walnut harbour signal 9";
/** Ticks of processor time in a second, as Linux counts them. */
const TICKS = 100;

function start(database, args, stdio) {
  const env = {
    ...process.env,
    ESTEEM_DATABASE_URL: database,
    ESTEEM_LISTEN: `127.0.0.1:${PORT}`,
    ESTEEM_BASE_URL: BASE,
    ESTEEM_TODAY: TODAY,
    RUST_LOG: "warn",
  };
  return spawn(process.env.ESTEEM_BIN, args, { env, stdio });
}

/** Runs a command to its end; answers with the seconds it took. */
export function run(database, args, input = "") {
  const began = performance.now();
  const child = start(database, args, ["pipe", "ignore", "pipe"]);
  child.stdin.end(input);
  let told = "";
  child.stderr.on("data", (text) => (told = (told + text).slice(-2000)));
  return new Promise((resolve, reject) => {
    const end = (code) => (code === 0 ? resolve((performance.now() - began) / 1000) : reject(new Error(`${args}: ${told}`)));
    child.once("exit", end);
  });
}

/**
 * Runs a command to its end; answers with its exit status, what it printed and told, the seconds it took, and the most memory that it
 * had in megabytes.
 */
export async function watch(database, args) {
  const began = performance.now();
  const child = start(database, args, ["ignore", "pipe", "pipe"]);
  let [printed, told, peak] = ["", "", 0];
  child.stdout.on("data", (text) => (printed += text));
  child.stderr.on("data", (text) => (told = (told + text).slice(-2000)));
  const looking = setInterval(() => (peak = Math.max(peak, megabytes(child.pid, "VmHWM"))), 20);
  const status = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(looking);
  return { status, printed, told, peak, seconds: (performance.now() - began) / 1000 };
}

/** What Linux says of a process's memory; 0 of one that is over. */
function megabytes(pid, what) {
  try {
    const found = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found ? Number(found[1]) / 1024 : 0;
  } catch {
    return 0;
  }
}

/** A server that answers, and how to look at it from outside. */
export async function serve(database) {
  const child = start(database, ["serve"], ["ignore", "ignore", "inherit"]);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  while (!(await get("/health/ready").catch(() => null))) await new Promise((resolve) => setTimeout(resolve, 50));
  return {
    /** Milliseconds of processor time since it started. */
    cpu() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
    },
    /** Megabytes of memory in use now. */
    memory() {
      return megabytes(child.pid, "VmRSS");
    },
    /** Megabytes at the moment at which it had most. */
    peak() {
      return megabytes(child.pid, "VmHWM");
    },
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Requests a path; answers with status, headers, what came and how many bytes it was. */
export function get(path, headers = {}, body = undefined) {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const sent = request(`${BASE}${path}`, { method, headers: { "accept-encoding": "br, gzip", ...headers } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const came = Buffer.concat(parts);
        resolve({ status: answer.statusCode, headers: answer.headers, came, bytes: came.length });
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Sends a form of a page, as a browser without scripts does. */
export function post(path, fields, headers) {
  const body = new URLSearchParams(fields).toString();
  return get(path, { "content-type": "application/x-www-form-urlencoded", origin: BASE, ...headers }, body);
}

/** Signs somebody in; answers with the headers that their browser sends from then on. */
export async function signIn(email) {
  const { headers: told } = await post("/sign-in", { form: "sign_in", email, password: PASSWORD, then: "/" }, {});
  return { cookie: told["set-cookie"].map((cookie) => cookie.split(";")[0]).join("; ") };
}
