// Passkeys with Chromium's own virtual authenticator: added, used to sign in and to prove again, removed; and the
// answers that must not be taken: an old one sent again, a copied key, a key that was removed.
//
//   node passkey.mjs --url http://localhost:8080 --people people.json
//
// `people.json` is the line that `susd demo --json` prints.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { launch } from './chromium.mjs';
import { LANGUAGES } from './languages.mjs';
import { People } from './people.mjs';
import { Report } from './report.mjs';

/** The phone: it keeps passkeys, and knows its owner by the finger. */
const PHONE = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

const WAIT = { timeout: 15_000 };

/** A path in a language. */
const at = (language, path) => (language === 'en' ? '' : `/${language}`) + path;

/** The path a page is at, without its query. */
const where = (page) => new URL(page.url()).pathname;

/** Somebody adds a passkey, signs in with it, proves again with it and removes it. */
async function walk({ browser, people, url, language, how }) {
  if (how?.javaScriptEnabled === false) return [];
  const faults = [];
  const must = (held, said) => held || faults.push(said);
  // A browser of its own: the sign-in that others share must not be ended here.
  const context = await browser.newContext(how);
  // Without the quiet offer under the email box, which this phone would take before anybody presses.
  await context.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
  const page = await context.newPage();
  const phone = await plugIn(context, page, PHONE);
  try {
    const name = `Ffôn ${Math.floor(Math.random() * 1e6)}`;
    await pressName(page, url, people.person('carer').name);
    await add(page, url, language, name);
    must(where(page) === at(language, '/account'), `adding it led to ${page.url()}`);
    must((await page.locator('main').innerText()).includes(name), 'the new passkey is not on the account page');
    must((await phone.keys()).length === 1, 'the phone keeps no passkey');

    await signOut(page, url, language);
    const answer = await signIn(page, url, language, '/account');
    must(where(page) === at(language, '/account'), `signing in led to ${page.url()}`);
    must((await phone.keys())[0].signCount > 0, 'the phone was not asked');

    await page.goto(url + at(language, '/sign-in/again?next=/account/email'));
    await press(page, '/account/email');
    must(where(page) === at(language, '/account/email'), `proving again led to ${page.url()}`);

    await signOut(page, url, language);
    must(await sentAgain(page, url, language, answer) === 404, 'an answer sent a second time was taken');
    await copied(page, url, language, phone, must);
    await removed(context, page, url, language, phone, name, must);
  } finally {
    await context.close();
  }
  return faults;
}

/** The demonstration's own way in. */
async function pressName(page, url, name) {
  await page.goto(`${url}/sign-in`);
  const form = page.locator('form[action*="/demo/sign-in"]').filter({ has: page.getByText(name, { exact: true }) }).first();
  await Promise.all([page.waitForNavigation(WAIT), form.locator('button').click()]);
}

/** Gives the page's browser an authenticator. */
async function plugIn(context, page, options) {
  const wire = await context.newCDPSession(page);
  await wire.send('WebAuthn.enable');
  const { authenticatorId } = await wire.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    unplug: () => wire.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
    keys: async () => (await wire.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    put: (credential) => wire.send('WebAuthn.addCredential', { authenticatorId, credential }),
    clear: () => wire.send('WebAuthn.clearCredentials', { authenticatorId }),
  };
}

async function add(page, url, language, name) {
  await page.goto(url + at(language, '/account/passkeys'));
  const form = page.locator('form[data-passkey=register]');
  await form.locator('[name=name]').fill(name);
  await Promise.all([page.waitForURL((now) => now.pathname.endsWith('/account'), WAIT), form.locator('button').click()]);
}

async function signOut(page, url, language) {
  await page.goto(url + at(language, '/account'));
  const button = page.locator('form[action$="/sign-out"] button');
  await Promise.all([page.waitForURL((now) => now.pathname.endsWith('/sign-out'), WAIT), button.click()]);
}

/** Opens the sign-in page and presses; gives what the passkey answered. */
async function signIn(page, url, language, next) {
  await page.goto(`${url}${at(language, '/sign-in')}?next=${encodeURIComponent(next)}`);
  return press(page, next);
}

/** Presses the passkey button; gives the body of the answer that was sent. */
async function press(page, next) {
  const sent = page.waitForRequest((request) => request.url().endsWith('/passkey/finish'), WAIT);
  const arrived = page.waitForURL((now) => now.pathname.endsWith(next), WAIT);
  await page.locator('form[data-passkey=sign-in] button').click();
  const [request] = await Promise.all([sent, arrived]);
  return request.postData();
}

/** Sends an answer of before once more, from a page with a question of its own; gives the status. */
async function sentAgain(page, url, language, body) {
  await page.goto(url + at(language, '/sign-in'));
  return page.evaluate(async (body) => {
    const form = document.querySelector('form[data-passkey=sign-in]');
    const headers = { 'content-type': 'application/json', 'x-csrf': form.elements.csrf.value };
    await fetch(form.dataset.start, { method: 'POST', headers, body: '{}' });
    return (await fetch(form.dataset.finish, { method: 'POST', headers, body })).status;
  }, body);
}

/** A copy of the key whose counter is behind is refused; the page says so and stays. */
async function copied(page, url, language, phone, must) {
  const [key] = await phone.keys();
  await phone.clear();
  await phone.put({ ...key, signCount: 0 });
  await refused(page, url, language, 'a copied key', must);
  await phone.clear();
  await phone.put({ ...key, signCount: key.signCount + 10 });
}

/** A passkey that its owner removed signs nobody in. */
async function removed(context, page, url, language, phone, name, must) {
  await signIn(page, url, language, '/account');
  // The only way in cannot be removed, so there is a second one first, on a device of its own.
  const [key] = await phone.keys();
  await phone.unplug();
  const stick = await plugIn(context, page, PHONE);
  await add(page, url, language, 'Ffon gof');
  await stick.unplug();
  await (await plugIn(context, page, PHONE)).put(key);
  const row = page.locator('#passkeys li').filter({ hasText: name });
  await Promise.all([page.waitForNavigation(WAIT), row.locator('form[action$="/remove"] button').click()]);
  must(!(await page.locator('main').innerText()).includes(name), 'the removed passkey is still on the account page');
  await signOut(page, url, language);
  await refused(page, url, language, 'a removed key', must);
}

async function refused(page, url, language, what, must) {
  await page.goto(url + at(language, '/sign-in'));
  const answered = page.waitForResponse((response) => response.url().endsWith('/passkey/finish'), WAIT);
  await page.locator('form[data-passkey=sign-in] button').click();
  must((await answered).status() === 404, `${what} was answered ${(await answered).status()}`);
  const said = page.locator('form[data-passkey=sign-in] [data-said=failed]');
  await said.waitFor({ state: 'visible', ...WAIT });
  must(where(page) === at(language, '/sign-in'), `${what} led to ${page.url()}`);
}

/** For the list of journeys. */
export const PASSKEYS = { name: 'a passkey is added, used and removed', walk };

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values: asked } = parseArgs({ options: { url: { type: 'string' }, people: { type: 'string' } } });
  const url = asked.url.replace(/\/$/, '');
  const browser = await launch();
  const report = new Report();
  const people = new People(browser, url, JSON.parse(await readFile(asked.people, 'utf8')).people);
  for (const language of LANGUAGES) {
    await report.take(PASSKEYS.name, language, () => walk({ browser, people, url, language, how: {} }));
  }
  await browser.close();
  report.close();
}
