// Chance that is the same for the same seed, on every machine.

/** What may be drawn from a seed. */
export function chance(seed) {
  let state = seed >>> 0;
  /** Between 0 and 1 (mulberry32). */
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(unit() * n);
  const pick = (list) => list[below(list.length)];
  const shuffle = (list) => {
    const out = [...list];
    for (let at = out.length - 1; at > 0; at -= 1) {
      const other = below(at + 1);
      [out[at], out[other]] = [out[other], out[at]];
    }
    return out;
  };
  return {
    unit,
    below,
    pick,
    shuffle,
    /** From the first to the last, both inclusive. */
    between: (first, last) => first + below(last - first + 1),
    /** True in so many of a hundred. */
    often: (percent) => unit() * 100 < percent,
    some: (list, n) => shuffle(list).slice(0, n),
  };
}
