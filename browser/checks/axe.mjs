// axe-core: WCAG 2.2 AA and its own best practice, no violation.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const SOURCE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The violations, each with the first element it names. The page's own policy stays on: nothing is put into the page. */
export async function axe({ page }) {
  await page.evaluate(`${SOURCE};undefined`);
  const violations = await page.evaluate(async (values) => {
    const found = await globalThis.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return found.violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ target }) => target.join(' ')) }));
  }, TAGS);
  return violations.map(({ id, help, at }) => `${id} (${help}) at ${at[0]}${at.length > 1 ? ` and ${at.length - 1} more` : ''}`);
}
