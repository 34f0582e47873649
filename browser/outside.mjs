// Somebody outside refers a family by a link; the family is withdrawn and referred again.

import { fill, mainForm, send } from './forms.mjs';
import { as, askOutside, at, fillPages, otherLanguage, pathOf } from './walks.mjs';

async function outside(given) {
  const { url, language } = given;
  const faults = [];
  const must = (held, said) => held || faults.push(said);
  const surname = `Dolen${Math.floor(Math.random() * 1e6)}`;
  const go = (page, path) => page.goto(at(url, language, path));
  const says = async (page, words) => (await page.locator('main').innerText()).includes(words);

  const worker = await as(given, given.people.person('family_worker'));
  const link = await askOutside(given, worker.page);
  must(/^\/link\/[\w-]{43}$/.test(link), `the link is ${link}`);

  // Half way on one machine, in both languages, and on to the end on another. Nobody is signed in on either.
  const first = await as(given);
  const opened = await go(first.page, link);
  must(opened.status() === 200, `the link answered ${opened.status()}`);
  must(await first.page.locator('nav a[href*="/referrals"]').count() === 0, 'something leads inside');
  await go(first.page, `${link}/people/child-1`);
  await fill(first.page, { 'child-1_forename': 'Gwen' });
  await otherLanguage(first.page);
  must(await mainForm(first.page).locator('[name="child-1_forename"]').inputValue() === 'Gwen', 'the other language lost a name');
  await first.context.close();
  const second = await as(given);
  const { page } = second;
  await go(page, `${link}/people/child-1`);
  must(await mainForm(page).locator('[name="child-1_forename"]').inputValue() === 'Gwen', 'it is not on another machine');
  const boxes = {
    worker: 'Siân Morgan, Ysgol y Bryn\n01632 960200',
    'child-1_surname': surname, 'child-1_reason': 'risk_of_care', 'child-1_birth_year': '2018',
    'adult-1_forename': 'Nia', 'adult-1_surname': surname, 'adult-1_taking_part': 'given', 'adult-1_sharing': 'agreed',
    'home-1_postcode': 'sa61 2ad', 'home-1_lives': ['child-1', 'adult-1'], going_well: 'Mae Gwen yn canu.',
    needs: ['routines'], worries: 'Boreau anodd',
  };
  await fillPages(given, page, link, boxes, must);
  await go(page, `${link}/check`);
  must(await says(page, '01632 960200'), 'who they are is not among the answers');
  await send(page);
  must(pathOf(page.url()) === link && await says(page, 'R-'), `it led to ${page.url()}`);
  must(await page.locator('main form').count() === 0, 'a form is left');
  await go(page, `${link}/needs`);
  must(pathOf(page.url()) === link && !(await says(page, 'Boreau anodd')), 'what was sent can be read again');
  const never = await go(page, `/link/${'A'.repeat(43)}`);
  must(never.status() === 404, `a link that never was answered ${never.status()}`);
  await second.context.close();

  await go(worker.page, '/referrals/links');
  await worker.page.locator('main a[href*="/referrals/0"]').first().press('Enter');
  await worker.page.waitForURL(/\/referrals\/0[0-9a-f-]{35}$/);
  must(await says(worker.page, surname) && await says(worker.page, 'Siân Morgan'), 'the referral does not say who sent it');
  const earlier = pathOf(worker.page.url());

  // Withdrawn, and referred again: what is on record is filled in, what can have changed is not.
  await go(worker.page, `${earlier}/withdraw`);
  await fill(worker.page, { reason: 'Ddim nawr' });
  await send(worker.page);
  await go(worker.page, `${earlier}/again`);
  await send(worker.page);
  const draft = pathOf(worker.page.url());
  await go(worker.page, `${draft}/homes`);
  must(await mainForm(worker.page).locator('[name="home-1_postcode"]').inputValue() === 'SA61 2AD', 'the home is not filled in');
  await go(worker.page, `${draft}/needs`);
  must(await mainForm(worker.page).locator('[name=worries]').inputValue() === '', 'the worries of then are filled in');
  const afresh = { 'adult-1_taking_part': 'given', 'adult-1_sharing': 'agreed', needs: ['dealing_with_crisis'] };
  await fillPages(given, worker.page, draft, afresh, must);
  await go(worker.page, `${draft}/check`);
  let answer = await send(worker.page);
  // The same people a moment ago: that is asked, and may be so.
  if (answer.status() === 422) {
    await fill(worker.page, { twice: true });
    answer = await send(worker.page);
  }
  must(/\/referrals\/0[0-9a-f-]{35}\/sent$/.test(worker.page.url()), `again led to ${worker.page.url()}`);
  const later = pathOf(worker.page.url()).replace(/\/sent$/, '');
  await go(worker.page, earlier);
  must(await worker.page.locator(`main a[href$="${later}"]`).count() === 1, 'the earlier one does not lead to the later');
  await go(worker.page, later);
  must(await worker.page.locator(`main a[href$="${earlier}"]`).count() === 1, 'the later one does not lead to the earlier');
  await worker.context.close();
  return faults;
}

/** The journey, as `journeys.mjs` lists it. */
export const OUTSIDE = { name: 'somebody outside refers by a link, and the family is referred again', walk: outside };
