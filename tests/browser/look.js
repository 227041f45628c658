// A close look at one page: widths, axe, one heading, and everything that the keyboard can reach.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";

const axe = createRequire(import.meta.url).resolve("axe-core");
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDTHS = [375, 768, 1280];
/** Where screenshots go, when somebody wants to look at them. */
const SCREENSHOTS = process.env.SCREENSHOTS;
/** Enough to go through header, filters and the beginning of any table. */
const MOST_STOPS = 40;

if (SCREENSHOTS) mkdirSync(SCREENSHOTS, { recursive: true });

export async function look(page, name) {
  for (const width of WIDTHS) await checkSize(page, width);
  if (SCREENSHOTS) {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}.png`, fullPage: true });
    }
  }
  await checkAxe(page);
  assert.equal(await page.locator("h1").count(), 1, `${page.url()}: one h1`);
  await checkKeyboard(page);
}

/** The same page as a phone shows it, where that is another than on a desk; it stays as wide as a phone. */
export async function lookOnPhone(page) {
  await page.setViewportSize({ width: 375, height: 900 });
  await checkAxe(page);
}

/** The page itself never moves sideways, and it ends where its footer does. */
async function checkSize(page, width) {
  await page.setViewportSize({ width, height: 900 });
  const { wide, below } = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const footer = document.querySelector("footer").getBoundingClientRect().bottom + scrollY;
    return { wide: scrollWidth > innerWidth + 1, below: (scrollHeight - footer) / innerHeight };
  });
  assert.equal(wide, false, `${page.url()}: at ${width} pixels the page itself moves sideways`);
  assert.ok(below < 1.5, `${page.url()}: at ${width} pixels ${below} screens are empty below the footer`);
}

/** What axe finds on a page as wide as it is. */
async function checkAxe(page) {
  await page.addScriptTag({ path: axe }).catch(() => {});
  const found = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), STANDARD);
  const told = found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`);
  assert.deepEqual(told, [], `${page.url()}: axe, ${page.viewportSize().width} pixels`);
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
  await page.evaluate(`window.stops = (${stops})()`);
  await page.evaluate(() => {
    // Tab goes on from where somebody clicked last, even after a blur: the page's own start is said so.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });
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
