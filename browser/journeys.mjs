// People's journeys: what somebody comes to do, from sign-in to the end, in both languages, with script and without.

import { fill, mainForm, send } from './forms.mjs';
import { OUTSIDE } from './outside.mjs';
import { PASSKEYS } from './passkey.mjs';
import { SUPPORT } from './support.mjs';
import { as, at, fillPages, otherLanguage } from './walks.mjs';

/** The invented families an authority's system might export. */
const REAL_FILE = new URL('../data/referrals_as_exported.csv', import.meta.url).pathname;

/** A family is referred, decided, waits, and it can be seen who looked. */
async function refer(given) {
  const { url, language } = given;
  const faults = [];
  const must = (held, said) => held || faults.push(said);
  const surname = `Prawf${Math.floor(Math.random() * 1e6)}`;

  const worker = await as(given, given.people.person('family_worker'));
  const page = worker.page;
  await page.goto(at(url, language, '/referrals/new'));
  await send(page);
  const draft = new URL(page.url()).pathname.replace(/^\/cy/, '');
  const open = (step) => page.goto(at(url, language, `${draft}/${step}`));
  await open('needs');
  must(await kept(page, given.how), 'what was typed was not kept while it was typed');
  // Sent half filled, a page comes back with every mistake and every word.
  await open('people/child-1');
  await fill(page, { 'child-1_forename': 'Gwen' });
  let answer = await send(page);
  must(answer.status() === 422, `half filled it answered ${answer.status()}`);
  must(await page.locator('.problems li').count() >= 1, 'not every mistake was named');
  // The other language keeps what was typed, and so does adding a child.
  await otherLanguage(page);
  must(await mainForm(page).locator('[name="child-1_forename"]').inputValue() === 'Gwen', 'the other language lost a name');
  await otherLanguage(page);
  await open('people');
  await send(page, 'add', 'child');
  must((await page.locator('main').innerText()).includes('Gwen'), 'the list of people lost a name');
  await page.goto(at(url, language, draft));
  must(await page.locator('.tasks a').count() >= 10, 'the list of pages is not whole');

  // On another machine it goes on where it was left.
  const elsewhere = await as(given, worker.person);
  await elsewhere.page.goto(at(url, language, '/referrals/new'));
  must((await elsewhere.page.locator('main').innerText()).includes('Gwen'), 'the draft is not on another machine');
  await elsewhere.context.close();

  const boxes = {
    'child-1_surname': surname, 'child-1_reason': 'risk_of_care',
    'child-1_birth_day': '3', 'child-1_birth_month': '4', 'child-1_birth_year': '2017',
    'child-2_forename': 'Ŵen', 'child-2_surname': surname, 'child-2_reason': 'reunification',
    'adult-1_forename': 'Siân', 'adult-1_surname': surname, 'adult-1_taking_part': 'given', 'adult-1_sharing': 'agreed',
    'adult-1_number': '07700 900123', 'adult-1_no_message': true, going_well: 'Mae Gwen yn hoffi darllen.',
    needs: ['routines', 'behaviour'], worries: '<b>Bore</b> =1+1',
    'home-1_postcode': 'sa61 2ad', 'home-1_lives': ['child-1', 'adult-1'],
    'home-2_postcode': 'LD15LG', 'home-2_lives': ['child-1', 'child-2'],
  };
  await fillPages(given, page, draft, boxes, must);
  await page.goto(at(url, language, `${draft}/check`));
  must((await page.locator('main').innerText()).includes('SA61 2AD'), 'a home is not among the answers');
  answer = await send(page);
  must(answer.status() === 200, `whole it answered ${answer.status()}`);
  must(/\/referrals\/[0-9a-f-]{36}\/sent$/.test(page.url()), `it led to ${page.url()}`);
  const referral = new URL(page.url()).pathname.replace(/^\/cy/, '').replace(/\/sent$/, '');
  await page.goto(at(url, language, referral));
  must((await page.locator('main').innerText()).includes('<b>Bore</b> =1+1'), 'markup was not shown as text');
  must((await page.goto(at(url, language, draft))).status() === 404, 'the draft is there after it was sent');
  const site = worker.person.site;
  await worker.context.close();

  const manager = await as(given, given.people.person('programme_manager', { site }));
  await manager.page.goto(at(url, language, '/referrals'));
  must((await manager.page.locator('main').innerText()).includes(surname), 'it is not on the board');
  // Asked and answered first.
  await manager.page.goto(at(url, language, `${referral}/ask`));
  await fill(manager.page, { text: 'Pwy sy’n nôl Gwen o’r ysgol?' });
  await send(manager.page);
  const again = await as(given, worker.person);
  await again.page.goto(at(url, language, `${referral}/answer`));
  must((await again.page.locator('main').innerText()).includes('Pwy sy’n nôl Gwen'), 'the question is not above the answer');
  await fill(again.page, { text: 'Ei mam-gu, bob dydd.' });
  await send(again.page);
  await again.context.close();
  await manager.page.goto(at(url, language, `${referral}/decide`));
  answer = await send(manager.page);
  must(answer.status() === 422, `an empty decision answered ${answer.status()}`);
  await fill(manager.page, { decision: 'accept' });
  await send(manager.page);
  await manager.page.goto(at(url, language, '/waiting'));
  await find(manager.page, surname, must);
  await manager.page.goto(at(url, language, `${referral}/priority`));
  await fill(manager.page, { priority: 'first', waits_for: ['place', 'language'], reason: 'Mae’r babi ar y ffordd.' });
  await send(manager.page);
  await manager.page.goto(at(url, language, `${referral}/tell`));
  await fill(manager.page, { how: 'call', text: 'Dywedais ein bod yn chwilio.' });
  await send(manager.page);
  must((await manager.page.locator('main').innerText()).includes('Dywedais ein bod yn chwilio.'), 'what was told is not kept');
  await manager.page.goto(at(url, language, `${referral}/entry`));
  await fill(manager.page, { text: 'Ffoniais Siân. Mae hi’n edrych ymlaen.' });
  await send(manager.page);
  must((await manager.page.locator('main').innerText()).includes('Ffoniais Siân'), 'the entry is not on the timeline');
  const family = new URL(manager.page.url()).pathname;
  await manager.page.goto(url + family + '/looked');
  must(await manager.page.locator('table tbody tr').count() >= 1, 'nobody is shown as having looked');
  await manager.page.goto(url + family + '/history');
  must((await manager.page.locator('main').innerText()).includes('Ffoniais Siân'), 'the history has no entry');
  // Names are found without their accents.
  await manager.page.goto(at(url, language, `/search?q=wen+${surname.toLowerCase()}`));
  must((await manager.page.locator('main').innerText()).includes(`Ŵen ${surname}`), 'Ŵen is not found as wen');
  await manager.context.close();

  // Somebody of another site gets the same answer as for a family that is not there.
  const other = given.people.person('programme_manager', { not: site });
  must(other, 'the demo has no programme manager at another site');
  const stranger = await as(given, other);
  const theirs = await stranger.page.goto(url + family);
  const shown = await stranger.page.locator('main').innerText();
  const none = await stranger.page.goto(url + family.replace(/[0-9a-f]{12}$/, '0123456789ab'));
  must(theirs.status() === 404 && none.status() === 404, 'a stranger is not answered with 404');
  must(shown === await stranger.page.locator('main').innerText(), 'not yours and not there are told apart');
  await stranger.context.close();
  return faults;
}

/** A file is brought, looked at, taken in and taken back. */
async function bring(given) {
  const { url, language } = given;
  const faults = [];
  const must = (held, said) => held || faults.push(said);
  const officer = await as(given, given.people.person('programme_manager'));
  const { page } = officer;
  const says = async (words) => (await page.locator('main').innerText()).includes(words);
  const press = (action) => Promise.all([
    page.waitForNavigation(),
    page.locator(`form[action$="/${action}"] button`).press('Enter'),
  ]);
  await page.goto(at(url, language, '/import'));
  let answer = await send(page);
  must(answer.status() === 422, `no file answered ${answer.status()}`);
  const site = mainForm(page).locator('[name=site][type=radio]');
  if (await site.count() > 0) await site.first().press('Space');
  await mainForm(page).locator('[name=file]').setInputFiles(REAL_FILE);
  answer = await send(page);
  must(answer.status() === 200, `the file answered ${answer.status()}`);
  must(await says('31/02/2015'), 'the impossible day is not named');
  must(await says('=HYPERLINK') || await says('70118'), 'rows are not named');
  await press('take');
  for (let looks = 0; looks < 30 && !(await page.locator('#undo').count()); looks += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  must(await says('22'), 'not every family came in');
  await page.locator('#undo summary').press('Enter');
  await press('undo');
  must(await page.locator('#undo').count() === 0, 'it was not taken back');
  await officer.context.close();
  return faults;
}

/** Typed words are kept by themselves where there is script, and are there when the page is opened again. */
async function kept(page, how) {
  if (how?.javaScriptEnabled === false) return true;
  await fill(page, { worries: 'Hanner ffordd' });
  await page.waitForFunction(() => {
    const said = document.querySelector('[data-draft-said]');
    return said.textContent !== '' && said.textContent === said.dataset.kept;
  }, null, { timeout: 15_000 });
  await page.reload();
  return await mainForm(page).locator('[name=worries]').inputValue() === 'Hanner ffordd';
}

/** The waiting list shows a family, on this page or an older one. */
async function find(page, surname, must) {
  for (let pages = 0; pages < 20; pages += 1) {
    if ((await page.locator('main').innerText()).includes(surname)) return;
    const older = page.locator('nav.pages a[rel=next]');
    if (await older.count() === 0) break;
    await older.click();
    await page.waitForLoadState();
  }
  must(false, 'it is not on the waiting list');
}

/**
 * Each journey: `{ name, walk }`. `walk({ browser, people, url, language, how })` does it and gives its faults in words;
 * `how` is handed to `browser.newContext`. Pages are filled in with `forms.mjs`, by the names of the fields.
 */
export const JOURNEYS = [
  { name: 'a family is referred, decided and waits', walk: refer },
  { name: 'a file is brought, taken in and taken back', walk: bring },
  SUPPORT,
  OUTSIDE,
  PASSKEYS,
];
