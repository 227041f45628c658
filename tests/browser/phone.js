// What is looked at on a phone besides: a navigation that is folded, a register that is ticked by thumb, and a month that is a list
// there.

import assert from "node:assert/strict";
import { untilAwake } from "./esteem.js";
import { lookOnPhone } from "./look.js";

/** A browser on a phone, used by thumb. */
export const PHONE = { viewport: { width: 375, height: 900 }, hasTouch: true };
/** How high something is that a thumb finds, in pixels. */
const THUMB = 44;
const main = (page) => page.locator("main");

/** The navigation on a phone is folded until somebody opens it, by the keyboard alone if need be; where there is room it is there. */
export async function unfold(page) {
  const menu = page.getByRole("navigation", { name: "Menu" });
  const [links, fold] = [menu.getByRole("link"), menu.locator("summary")];
  const closed = await links.count();
  assert.equal(closed, 0, "closed at first");
  const { height } = await fold.boundingBox();
  assert.ok(height >= THUMB, `${height} pixels`);
  await fold.press("Enter");
  await links.first().waitFor();
  const open = await links.count();
  assert.ok(open >= 4, `${open} links`);
  assert.equal(await menu.locator("a[aria-current]").count(), 1, "where one is, is marked");
  await lookOnPhone(page);
  await fold.press("Enter");
  await links.first().waitFor({ state: "hidden" });
  for (const width of [768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await links.count(), open, `${width} pixels: there without opening anything`);
    assert.equal(await fold.isVisible(), false, `${width} pixels`);
  }
}

/** The register on a phone, as somebody ticks it in the room: by thumb. */
export async function tick({ page }, at) {
  await page.goto(`${at}/register`);
  await untilAwake(page);
  await lookOnPhone(page);
  const labels = main(page).locator("label.nhsuk-radios__label");
  const heights = await labels.evaluateAll((all) => all.map((label) => Math.round(label.getBoundingClientRect().height)));
  assert.ok(heights.length >= 4, `${heights.length} answers`);
  assert.deepEqual(heights.filter((height) => height < THUMB), [], "each answer is as high as a thumb wants it");
  await labels.filter({ hasText: /^\s*Arrived\s*$/ }).first().tap();
  assert.ok(await main(page).getByLabel("Arrived", { exact: true }).first().isChecked());
  await main(page).getByRole("status").filter({ hasText: /^Saved$/ }).waitFor();
  await main(page).getByRole("button", { name: "Save the register", exact: true }).tap();
  await main(page).getByText("Saved the register").waitFor();
}

/** What assistive technology is told of a month: each day by its full date, below its weekday, on a desk and on a phone. */
export async function hear(page) {
  const days = Array.from({ length: 31 }, (_, day) => new Date(Date.UTC(2026, 11, day + 1)));
  const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
  const dates = days.map((day) => `${weekday.format(day)} ${day.getUTCDate()} December 2026`);
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    const table = main(page).getByRole("table", { name: "Sessions in December 2026" });
    const tree = await table.ariaSnapshot();
    const told = [...tree.matchAll(/\bcell "\s*(\w+ \d+ December 2026)/g)].map(([, date]) => date);
    assert.deepEqual(told, dates, `${width} pixels: ${tree}`);
    assert.equal(await table.getByRole("columnheader").count(), 7, `${width} pixels`);
    const weeks = await table.getByRole("row").filter({ has: page.getByRole("cell") }).all();
    for (const week of weeks) assert.equal(await week.getByRole("cell").count(), 7, `${width} pixels`);
    assert.equal(weeks.length, 5, "from Tuesday 1 to Thursday 31 December");
  }
}
