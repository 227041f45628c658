// Figures as they are printed: half up, in whole numbers, so that nothing depends on floating point.

/** The FTE of a sum in millionths, with two decimals, half up. */
export function hundredths(millionths) {
  const rounded = Math.floor((millionths + 5_000) / 10_000);
  return `${Math.floor(rounded / 100)}.${String(rounded % 100).padStart(2, "0")}`;
}

/** n of d in percent with one decimal, half up; blank where there is nothing to be met. */
export function percentOf(n, d) {
  if (d === 0) return "";
  const tenths = Math.floor((2 * 1000 * n + d) / (2 * d));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

/** Compares texts by their UTF-8 bytes. */
export const byUtf8 = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
