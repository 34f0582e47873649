// A form sent empty: the page comes back, says so in its title, and the summary of what is wrong has the focus.
import { mainForm, send } from '../forms.mjs';
import { ERROR_PREFIX } from '../languages.mjs';
import { axe } from './axe.mjs';

/** For a page with a form that needs at least one answer. */
export async function refused(visit) {
  const { page, language } = visit;
  if ((await mainForm(page).count()) === 0) return ['has no form'];
  await send(page);
  const prefix = ERROR_PREFIX[language];
  const { title, links, lost } = await page.evaluate(() => {
    const links = [...(document.activeElement?.querySelectorAll('a[href^="#"]') ?? [])].map(({ hash }) => hash.slice(1));
    return { title: document.title, links: links.length, lost: links.filter((id) => !document.getElementById(id)) };
  });
  return [
    ...(title.startsWith(prefix) ? [] : [`the title “${title}” does not begin with “${prefix}”`]),
    ...(links > 0 && links < 100 ? [] : ['the summary of what is wrong does not have the focus']),
    ...lost.map((id) => `the summary leads to #${id}, which is not there`),
    ...(await axe(visit)),
  ];
}
