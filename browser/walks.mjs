// What several journeys do on the way: signing in, changing the language, filling in a referral page after page.

import { fill, mainForm, send } from './forms.mjs';

/** The address of a path in a language. */
export const at = (url, language, path) => url + (language === 'en' ? '' : `/${language}`) + path;

/** The path of an address without its language. */
export const pathOf = (href) => new URL(href).pathname.replace(/^\/cy(?=\/)/, '');

/** A browser of its own in which this person is signed in; nobody is, where no person is named. */
export async function as({ browser, people, how }, person) {
  const storageState = person && await people.signInAs(person);
  const context = await browser.newContext({ ...how, storageState });
  return { context, page: await context.newPage(), person };
}

/** Presses the language of the form, by keyboard: that works the same with script and without. */
export async function otherLanguage(page) {
  await Promise.all([page.waitForNavigation(), page.locator('button[name=switch_language]').press('Enter')]);
}

/** Fills in every page of a referral from its first, until the list of pages comes back; the boxes are named as the form names them. */
export async function fillPages({ url, language }, page, draft, boxes, must) {
  await page.goto(at(url, language, `${draft}/start`));
  for (let pages = 0; pages < 20 && pathOf(page.url()) !== draft; pages += 1) {
    if (boxes['home-2_postcode'] && page.url().endsWith('/homes')) await send(page, 'add', 'home');
    const names = await mainForm(page).locator('[name]').evaluateAll((boxes) => boxes.map(({ name }) => name));
    await fill(page, Object.fromEntries(Object.entries(boxes).filter(([name]) => names.includes(name))));
    const answer = await send(page);
    must(answer.status() === 200, `${page.url()} answered ${answer.status()}`);
  }
}

/** Asks somebody outside for a referral, as a family worker, and gives the path of the link. */
export async function askOutside({ url, language }, page) {
  await page.goto(at(url, language, '/referrals/links/new'));
  await fill(page, { name: 'Siân Morgan, Ysgol y Bryn', email: 'sian.morgan@ysgol.example', language });
  await send(page);
  return pathOf(await page.locator('main code').innerText());
}
