// Whether the right page came, in the right language, with one heading and a title.
import { inLanguage, otherLanguage, plain } from '../languages.mjs';

export async function answered({ page, response, url }) {
  const faults = [];
  if (response.status() !== 200) faults.push(`answered ${response.status()}`);
  const [asked, came] = [new URL(url), new URL(page.url())].map(({ pathname }) => plain(pathname));
  if (asked !== came) faults.push(`sent us on to ${came}`);
  return faults;
}

export async function oneHeading({ page }) {
  const { headings, title } = await page.evaluate(() => ({
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent.trim()),
    title: document.title.trim(),
  }));
  const faults = [];
  if (headings.length !== 1) faults.push(`${headings.length} h1: ${headings.join(' / ')}`);
  if (headings.includes('')) faults.push('an empty h1');
  if (title === '') faults.push('no title');
  return faults;
}

export async function language({ page, language }) {
  const said = await page.evaluate(() => document.documentElement.lang);
  return said === language ? [] : [`says lang="${said}", is "${language}"`];
}

/** A link to the same page in the other language; on a form a button, which takes along what was typed. */
export async function otherLanguageLinked({ page, language, url }) {
  const other = otherLanguage(language);
  const { links, buttons } = await page.evaluate((other) => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    return {
      links: all(`a[hreflang="${other}"], link[rel~="alternate"][hreflang="${other}"]`).map(({ href }) => href),
      buttons: all(`button[formnovalidate][lang="${other}"]`).length,
    };
  }, other);
  if (buttons > 0) return [];
  const here = new URL(url).pathname;
  const english = language === 'en' ? here : here.replace(/^\/cy(?=\/|$)/, '') || '/';
  const wanted = plain(inLanguage(other, english));
  if (links.some((link) => plain(new URL(link).pathname) === wanted)) return [];
  return [`no link to ${wanted} with hreflang="${other}", and no button that sends the form with lang="${other}"`];
}
