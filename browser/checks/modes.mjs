// Other ways of looking: dark, forced colours, text twice the size, no movement.
import { axe } from './axe.mjs';
import { keyboard } from './keyboard.mjs';
import { sideways } from './narrow.mjs';

/** A mode: what the browser is told to be, and what must then hold. */
export const MODES = [
  { name: 'dark', how: { colorScheme: 'dark' }, find: dark },
  { name: 'forced colours', how: { forcedColors: 'active' }, find: keyboard },
  { name: 'text at 200%', how: {}, find: doubled },
  { name: 'reduced motion', how: { reducedMotion: 'reduce' }, find: still },
];

/** The contrast holds, and it is dark. */
async function dark(visit) {
  const luminance = await visit.page.evaluate(() => {
    const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number);
    const root = getComputedStyle(document.documentElement).backgroundColor.match(/[\d.]+/g).map(Number);
    const clear = getComputedStyle(document.body).backgroundColor === 'rgba(0, 0, 0, 0)';
    const seen = clear ? root : [red, green, blue];
    return (0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]) / 255;
  });
  return [...(luminance < 0.2 ? [] : ['the ground is not dark']), ...(await axe(visit))];
}

/** Text grows with the reader's setting, and nothing is cut off or pushed out sideways. */
async function doubled({ page }) {
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main') ?? document.body).fontSize));
  const before = await size();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const grown = (await size()) / before;
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => {
        const { overflowX, overflowY, clip, position } = getComputedStyle(element);
        const hidden = position === 'absolute' && (clip !== 'auto' || element.clientWidth <= 1);
        const tight = overflowX === 'hidden' || overflowY === 'hidden' || overflowX === 'clip';
        const over = element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2;
        return element.checkVisibility() && !hidden && tight && over && element.textContent.trim() !== '';
      })
      .map((element) => `${element.localName}.${element.className} is cut off`),
  );
  const small = grown < 1.9 ? [`text grew ${grown.toFixed(2)} times, not twice`] : [];
  return [...small, ...cut, ...(await sideways(page))];
}

/** Nothing moves for longer than a blink. */
async function still({ page }) {
  return page.evaluate(() =>
    document.getAnimations().filter((animation) => (animation.effect?.getComputedTiming().activeDuration ?? 0) > 100)
      .map((animation) => `${animation.effect.target?.localName} moves`),
  );
}
