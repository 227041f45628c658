// Every page that the demonstration's people reach: no fault of accessibility, no console error, nothing from elsewhere.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { openBrowser, shareEsteem, signIn, untilAwake } from "./esteem.js";

const axe = createRequire(import.meta.url).resolve("axe-core");
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDTHS = [375, 768, 1280];
/** Where screenshots go, when somebody wants to look at them. */
const SCREENSHOTS = process.env.SCREENSHOTS;
/** Enough of each person's pages to meet every kind of page, few enough to end soon. */
const MOST_PAGES = 25;
/** Enough to go through header, filters and the beginning of any table. */
const MOST_STOPS = 40;

const shared = shareEsteem();
if (SCREENSHOTS) mkdirSync(SCREENSHOTS, { recursive: true });

/** One address of each shape: ids, codes and queries differ, the page is the same. */
function shape(url) {
  const path = new URL(url, shared.esteem.base).pathname;
  return path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+|[A-Z][A-Z0-9-]+/g, "…");
}

async function check(page, name) {
  await page.setViewportSize({ width: 375, height: 900 });
  const narrow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  assert.equal(narrow, false, `${page.url()}: at 375 pixels the page itself moves sideways`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.addScriptTag({ path: axe }).catch(() => {});
  if (SCREENSHOTS) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}.png`, fullPage: true });
    }
  }
  const found = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), STANDARD);
  const told = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`);
  assert.deepEqual(told, [], `${page.url()}: axe`);
  assert.equal(await page.locator("h1").count(), 1, `${page.url()}: one h1`);
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  assert.equal(scrolls, false, `${page.url()}: the page itself moves sideways`);
  await checkKeyboard(page);
}

/** What the keyboard can reach on a page, in order: one stop for each group of radio buttons, none inside what is closed. */
function stops() {
  const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const groups = new Set();
  return [...document.querySelectorAll(wanted)].filter((element) => {
    if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.type !== "radio") return true;
    const group = `${element.form && [...document.forms].indexOf(element.form)} ${element.name}`;
    return !groups.has(group) && groups.add(group);
  });
}

/** With the keyboard alone: Tab stops at everything that can be used, in the order of the page, and each stop is seen. */
async function checkKeyboard(page) {
  await page.evaluate(`window.stops = (${stops})(); document.activeElement.blur()`);
  const many = Math.min(await page.evaluate(() => window.stops.length), MOST_STOPS);
  for (let nth = 0; nth < many; nth += 1) {
    // Several presses go through the parts of a day.
    do await page.keyboard.press("Tab");
    while (nth > 0 && (await page.evaluate((at) => document.activeElement === window.stops[at] && window.stops[at].type === "date", nth - 1)));
    const told = await page.evaluate((at) => {
      const [now, wanted] = [document.activeElement, window.stops[at]];
      const same = now === wanted || (now.type === "radio" && now.name === wanted.name);
      const style = getComputedStyle(now);
      const seen = style.outlineStyle !== "none" || style.boxShadow !== "none" || now.type === "radio" || now.type === "checkbox";
      return same && seen ? "" : `${now.outerHTML.slice(0, 120)} instead of ${wanted.outerHTML.slice(0, 120)}, seen: ${seen}`;
    }, nth);
    assert.equal(told, "", `${page.url()}: Tab ${nth + 1}`);
  }
}

/** Walks from home over links, one page of each shape. */
async function walk(page, faults, who) {
  const seen = new Set();
  const open = ["/"];
  while (open.length > 0 && seen.size < MOST_PAGES) {
    const next = open.shift();
    if (seen.has(shape(next))) continue;
    seen.add(shape(next));
    const answer = await page.goto(next);
    assert.equal(answer.status(), 200, `${who} at ${next}`);
    await untilAwake(page);
    await check(page, `${who}-${seen.size}-${shape(next).replaceAll(/[^a-z]+/g, "_")}`);
    const links = await page.locator("a[href^='/']").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    // What is given out as a file is no page.
    const isPage = (href) => !/^\/(assets|evidence|ims|framework\/csv)\/|\.csv|#/.test(href);
    open.push(...links.filter(isPage));
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

test("with its own policy in force a page runs its script and nothing complains", async () => {
  const { context, page, faults } = await openBrowser(shared);
  await signIn(page, shared.esteem.emails[0], shared.esteem.password);
  for (const path of ["/", "/my/competencies", "/account"]) {
    await page.goto(path, { waitUntil: "networkidle" });
  }
  assert.deepEqual(faults, []);
  await context.close();
});
