// A demonstration on a port of its own, and people with browsers in it.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { startMailServer } from "./mail.js";

/** A day on which the demonstration's history is two years old. */
const TODAY = "2026-11-02";

/** Starts a small demonstration on a day, which sends mail where there is a mail server; answers with its address, its sign-ins and how to end it. */
async function startEsteem(today, mail) {
  const folder = mkdtempSync(join(tmpdir(), "esteem-"));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ESTEEM_DATABASE_URL: `sqlite://${folder}/demo.db`,
    ESTEEM_LISTEN: `127.0.0.1:${port}`,
    ESTEEM_BASE_URL: base,
    ESTEEM_TODAY: today,
    ...(mail && { ESTEEM_SMTP_URL: mail.url, ESTEEM_MAIL_FROM: "Esteem <esteem@example.nhs.uk>" }),
  };
  await run(["demo", "--staff", "300"], env);
  const server = spawn(process.env.ESTEEM_BIN, ["serve"], { env, cwd: folder });
  const printed = await untilPrinted(server, "Esteem is at");
  const password = /password: (\S.*)/.exec(printed)[1].trim();
  const emails = [...printed.matchAll(/\S+@demo\.example/g)].map((match) => match[0]);
  const stop = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { base, password, emails, stop };
}

/** A demonstration and a browser for all the tests of a file; `today` is what its rules call today. With `mails` it sends mail, to `mail`. */
export function shareEsteem(today = TODAY, { mails = false } = {}) {
  const shared = {};
  before(async () => {
    if (mails) shared.mail = await startMailServer();
    [shared.esteem, shared.browser] = await Promise.all([startEsteem(today, shared.mail), startBrowser()]);
  });
  after(async () => {
    await shared.browser?.close();
    await shared.esteem?.stop();
    shared.mail?.stop();
  });
  return shared;
}

/** Debian's Chromium. */
function startBrowser() {
  const args = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  // Chromium's sandbox refuses root, which is who tests run as in a container.
  if (process.getuid() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath: process.env.CHROMIUM, args });
}

/** Somebody with a browser of their own; `faults` collects console errors and requests to other hosts. */
export async function openBrowser({ browser, esteem }, options = {}) {
  const context = await browser.newContext({ baseURL: esteem.base, ...options });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`script: ${error}`));
  page.on("request", (request) => request.url().startsWith(esteem.base) || faults.push(`elsewhere: ${request.url()}`));
  return { context, page, faults };
}

export async function signIn(page, email, password) {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.locator("main").getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Islands wake when their script has come: until then what only they can do is hidden, and afterwards it is there. */
export async function untilAwake(page) {
  if ((await page.locator("leptos-island").count()) > 0) await page.locator("body.awake").waitFor({ state: "attached" });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function run(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.env.ESTEEM_BIN, args, { env, stdio: ["ignore", "ignore", "pipe"] });
    let told = "";
    child.stderr.on("data", (text) => (told += text));
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${args}: ${told}`))));
  });
}

function untilPrinted(child, words) {
  return new Promise((resolve, reject) => {
    let printed = "";
    const hear = (text) => {
      printed += text;
      if (printed.includes(words)) resolve(printed);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Error(printed)));
  });
}
