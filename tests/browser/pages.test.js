// Every page that the demonstration's people reach: no fault of accessibility, no console error, nothing from elsewhere.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { lead } from "./acts.js";
import { openBrowser, shareEsteem, signIn, untilAwake } from "./esteem.js";
import { look } from "./look.js";
import { PHONE, unfold } from "./phone.js";

/** The pages that there are, as the program itself lists them. */
const LISTED = readFileSync(new URL("../../app/src/routes.rs", import.meta.url), "utf8");
const ROUTES = [...LISTED.matchAll(/path!\("([^"]+)"\)/g)].map(([, route]) => route);
/** How many people's view of one page is looked at closely: it differs little from one to the next. */
const CLOSELY = 2;

const shared = shareEsteem();

/** How many have seen each page. */
const reached = new Map(ROUTES.map((route) => [route, 0]));

/** The page that an address leads to: ids, codes and queries differ, the page is the same. What is written out wins. */
function routeOf(address) {
  const parts = new URL(address, shared.esteem.base).pathname.split("/");
  const fits = (route) => {
    const wanted = route.split("/");
    return wanted.length === parts.length && wanted.every((part, at) => part.startsWith(":") || part === parts[at]);
  };
  const holes = (route) => route.split(":").length;
  return ROUTES.filter(fits).sort((a, b) => holes(a) - holes(b))[0];
}

/** Notes the page that is open, and looks at it closely while few have. */
async function arrive(page, who) {
  await untilAwake(page);
  const route = routeOf(page.url());
  const before = reached.get(route);
  reached.set(route, before + 1);
  if (before < CLOSELY) await look(page, `${route.replaceAll(/[^a-z]+/g, "_")}-${who}`);
}

/** Walks from home over links, to one page of each kind. */
async function walk(page, faults, who) {
  const seen = new Set();
  const open = ["/"];
  while (open.length > 0) {
    const next = open.shift();
    const route = routeOf(next);
    if (!route || seen.has(route)) continue;
    seen.add(route);
    const answer = await page.goto(next);
    assert.equal(answer.status(), 200, `${who} at ${next}`);
    await arrive(page, who);
    const links = await page.locator("a[href^='/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    open.push(...links);
  }
  assert.deepEqual(faults, [], who);
  return seen.size;
}

test("a stranger's pages", async () => {
  const { context, page, faults } = await openBrowser(shared, { bypassCSP: true });
  assert.ok((await walk(page, faults, "stranger")) >= 3);
  await context.close();
});

test("the pages of everyone in the demonstration", async (all) => {
  assert.equal(shared.esteem.emails.length, 8, "eight people can sign in");
  for (const email of shared.esteem.emails) {
    await all.test(email, async () => {
      const { context, page, faults } = await openBrowser(shared, { bypassCSP: true });
      await signIn(page, email, shared.esteem.password);
      assert.ok((await walk(page, faults, email.split("@")[0])) >= 3);
      await context.close();
    });
  }
});

test("the pages that something has to be done for first", async () => {
  const person = async (name, options = {}) => {
    const opened = await openBrowser(shared, { bypassCSP: true, ...options });
    if (name) await signIn(opened.page, `${name}@demo.example`, shared.esteem.password);
    return { ...opened, arrive: () => arrive(opened.page, name ?? "stranger") };
  };
  await lead(person);
});

test("the navigation, folded on a phone", async () => {
  const { context, page, faults } = await openBrowser(shared, { bypassCSP: true, ...PHONE });
  await signIn(page, shared.esteem.emails[0], shared.esteem.password);
  await page.goto("/sessions");
  await unfold(page);
  assert.deepEqual(faults, []);
  await context.close();
});

test("every page there is was looked at", () => {
  const missed = ROUTES.filter((route) => reached.get(route) === 0);
  assert.deepEqual(missed, []);
});

test("with its own policy in force a page runs its script and nothing complains", async () => {
  const { context, page, faults } = await openBrowser(shared);
  await signIn(page, shared.esteem.emails[0], shared.esteem.password);
  for (const path of ["/", "/my/competencies", "/account"]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  assert.deepEqual(faults, []);
  await context.close();
});
