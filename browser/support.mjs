// The main job from end to end: a family of two homes and three children is referred, finds a carer, is supported, and comes
// to a good ending.

import { fill, mainForm, send } from './forms.mjs';
import { as, at, fillPages, pathOf } from './walks.mjs';

/** Eight weeks from today on, each as the boxes of a date. */
function weeks() {
  return [1, 2, 3, 4, 5, 6, 7, 8].map((week) => {
    const day = new Date(Date.now() + week * 7 * 86_400_000);
    return { on_day: `${day.getDate()}`, on_month: `${day.getMonth() + 1}`, on_year: `${day.getFullYear()}` };
  });
}

async function support(given) {
  const { url, language } = given;
  const faults = [];
  const must = (held, said) => held || faults.push(said);
  const surname = `Cymorth${Math.floor(Math.random() * 1e6)}`;
  const worker = await as(given, given.people.person('family_worker'));
  const site = worker.person.site;
  const manager = await as(given, given.people.person('programme_manager', { site }));

  /** Opens a page, fills its form in and sends it; what comes back must be a page and no list of mistakes. */
  const does = async ({ page }, path, boxes, what) => {
    await page.goto(at(url, language, path));
    await fill(page, boxes);
    const answer = await send(page);
    const wrong = await page.locator('.problems li').allInnerTexts();
    must(answer.status() === 200, `${what} answered ${answer.status()}: ${wrong.join('; ')}`);
    return pathOf(page.url());
  };
  const says = async ({ page }, path, words, what) => {
    await page.goto(at(url, language, path));
    must((await page.locator('main').innerText()).includes(words), what);
  };
  /** The first address on the page like this. */
  const linked = async ({ page }, path, shape) => {
    await page.goto(at(url, language, path));
    const links = await page.locator('main a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    return links.map((link) => link.replace(/^\/cy(?=\/)/, '')).find((link) => shape.test(link));
  };

  // Referred and accepted.
  await worker.page.goto(at(url, language, '/referrals/new'));
  await send(worker.page);
  const draft = pathOf(worker.page.url());
  await worker.page.goto(at(url, language, `${draft}/people`));
  await send(worker.page, 'add', 'child');
  await worker.page.goto(at(url, language, `${draft}/people`));
  await send(worker.page, 'add', 'child');
  const child = (n, forename) => ({
    [`child-${n}_forename`]: forename, [`child-${n}_surname`]: surname, [`child-${n}_reason`]: 'risk_of_care',
    [`child-${n}_birth_day`]: '3', [`child-${n}_birth_month`]: '4', [`child-${n}_birth_year`]: `${2010 + 2 * n}`,
  });
  const boxes = {
    ...child(1, 'Gwen'), ...child(2, 'Ŵen'), ...child(3, 'Osian'),
    'adult-1_forename': 'Siân', 'adult-1_surname': surname, 'adult-1_taking_part': 'given', 'adult-1_sharing': 'agreed',
    'adult-1_number': '07700 900123', needs: ['routines'], going_well: 'Mae Gwen yn hoffi darllen.', worries: 'Boreau.',
    'home-1_postcode': 'sa61 2ad', 'home-1_lives': ['child-1', 'child-2', 'adult-1'],
    'home-2_postcode': 'LD15LG', 'home-2_lives': ['child-1', 'child-3'],
  };
  await fillPages(given, worker.page, draft, boxes, must);
  await worker.page.goto(at(url, language, `${draft}/check`));
  await send(worker.page);
  const referral = pathOf(worker.page.url()).replace(/\/sent$/, '');
  await does(manager, `${referral}/decide`, { decision: 'accept' }, 'accepting');
  const family = (await linked(manager, referral, /^\/families\/[0-9a-f-]{36}/)).match(/^\/families\/[0-9a-f-]{36}/)[0];

  // Offered to the first carer of the ranking, who says yes; and matched.
  const offerForm = await linked(manager, `${family}/carers`, /\/offer\?/);
  await does(manager, offerForm, { place: 'Pentref ar lan yr afon', reason: 'Mae hi’n byw yn agos.' }, 'offering');
  const offer = (await linked(manager, `${family}/carer`, /^\/offers\/[0-9a-f-]{36}/)).match(/^\/offers\/[0-9a-f-]{36}/)[0];
  await does(manager, offer, { answer: 'yes' }, 'saying yes');
  await does(manager, `${offer}/match`, { reason: 'Maen nhw’n dod ymlaen.' }, 'matching');
  await manager.page.goto(at(url, language, `${family}/carer`));
  const shown = await manager.page.locator('main').innerText();
  const named = given.people.all('carer', { site }).find(({ name }) => shown.includes(name));
  must(named, 'the page does not name the carer');
  const carer = await as(given, named);
  await says(carer, '/', surname, 'the family is not on the carer’s first page');

  // The plan, eight weeks ahead, and the visit of today.
  await carer.page.goto(at(url, language, `${family}/plan/write`));
  const whose = await mainForm(carer.page).locator('[name="goal_1_owner"] option').evaluateAll((all) => all.map(({ value }) => value));
  await does(carer, `${family}/plan/write`, {
    goal_1_owner: whose.find((value) => value.length === 36), goal_1_words: 'Boreau heb weiddi', goal_1_mark: '3', often_home_routines: 'weekly',
  }, 'writing the plan');
  for (const on of weeks()) {
    await does(carer, `${family}/sessions/plan?kind=home_routines`, on, `planning the visit of ${on.on_day}/${on.on_month}`);
  }
  await does(carer, `${family}/sessions/write?kind=home_routines`, {
    went_well: 'Roedd pawb wrth y bwrdd.', happened: 'Gwnaethom frecwast.', said: '“Eto yfory?”',
  }, 'writing a visit down');
  await says(carer, family, 'Gwnaethom frecwast.', 'the visit is not on the timeline');

  // A hard night, more support, a review, and less again.
  await does(carer, `${family}/crises/new`, { asked: 'Gofynnodd Siân i rywun ddod.', at: '00:05' }, 'writing urgent support down');
  const step = (to, cause) => ({ to, cause, asked_by: 'parent', agreed_by: ['parent', 'carer'], reason: 'Cytunodd pawb.' });
  await does(carer, `${family}/step`, step('3', 'crisis'), 'stepping up');
  await does(carer, `${family}/reviews/write`, { said: 'Mae’r boreau’n well.', decided: ['step'], there: ['carer'] }, 'writing a review down');
  await does(carer, `${family}/step`, step('1', 'better'), 'stepping down');

  // The ending.
  const empty = await does(manager, `${family}/close`, {}, 'closing').then(() => faults.pop());
  must(empty?.includes('422'), 'an ending that says nothing was taken');
  const lives = await mainForm(manager.page).locator('[name^=lives_]').evaluateAll((all) => [...new Set(all.map(({ name }) => name))]);
  const goals = await mainForm(manager.page).locator('[name^=goal_]').evaluateAll((all) => [...new Set(all.map(({ name }) => name))]);
  must(lives.length === 3 && goals.length === 1, `an ending asks of ${lives.length} children and ${goals.length} goals`);
  const after = await does(manager, `${family}/close`, {
    reason: 'goals_met', achieved: 'Chi wnaeth hynny.',
    ...Object.fromEntries(lives.map((name) => [name, 'at_home'])), ...Object.fromEntries(goals.map((name) => [name, 'reached'])),
  }, 'closing');
  must(after === `${family}/after`, `closing led to ${after}`);
  const letters = await manager.page.locator('a[href*="letter.pdf"]').evaluateAll((all) => all.map(({ href }) => href));
  must(letters.length >= 3, `${letters.length} letters`);
  for (const letter of letters) {
    const paper = await manager.page.request.get(letter);
    must(paper.headers()['content-type'] === 'application/pdf', `${letter} answered ${paper.status()}`);
  }
  const gone = await carer.page.goto(at(url, language, family));
  must(gone.status() === 404, `after the ending the carer is answered with ${gone.status()}`);
  const later = await linked(worker, `${family}/after`, /\/follow-ups\//);
  must(later, 'no follow-up is asked of the social worker');
  for (const { context } of [worker, manager, carer]) await context.close();
  return faults;
}

export const SUPPORT = { name: 'a family is supported from referral to a good ending', walk: support };
