// Drawing a sample that is the same for the same seed.

/** A source of numbers from 0 to 1, by mulberry32. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` of `all`, each at most once, in the order they were drawn. */
export function sample(seed, all, count) {
  const next = numbers(seed);
  const left = [...all];
  const drawn = [];
  while (drawn.length < count && left.length > 0) drawn.push(...left.splice(Math.floor(next() * left.length), 1));
  return drawn;
}

/** Every pair of one of each. */
export function pairs(first, second) {
  return first.flatMap((one) => second.map((other) => [one, other]));
}
