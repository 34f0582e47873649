// Every page in a real browser.
//
//   node run.mjs --url http://localhost:8080 --people people.json [--shots DIR] [--only /families] [--seed 1]
//
// `people.json` is the line that `susd demo --json` prints.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { CHECKS } from './checks/index.mjs';
import { axe } from './checks/axe.mjs';
import { MODES } from './checks/modes.mjs';
import { refused } from './checks/refused.mjs';
import { scriptless } from './checks/scriptless.mjs';
import { launch } from './chromium.mjs';
import { JOURNEYS } from './journeys.mjs';
import { LANGUAGES, inLanguage } from './languages.mjs';
import { HOME, PAGES } from './pages.mjs';
import { People } from './people.mjs';
import { Report } from './report.mjs';
import { pairs, sample } from './sample.mjs';
import { visit } from './visit.mjs';

/** How many pages are looked at in another mode, and how many with another role's eyes. */
const MODES_SAMPLED = 24;
const ROLES_SAMPLED = 24;

const { values: asked } = parseArgs({
  options: {
    url: { type: 'string' },
    people: { type: 'string' },
    shots: { type: 'string' },
    only: { type: 'string' },
    seed: { type: 'string', default: '20261121' },
  },
});
if (!asked.url || !asked.people) {
  console.error('node run.mjs --url URL --people FILE [--shots DIR] [--only PATH] [--seed NUMBER]');
  process.exit(2);
}

const browser = await launch();
const report = new Report();
const people = new People(browser, asked.url, JSON.parse(await readFile(asked.people, 'utf8')).people);
const seed = Number(asked.seed);
if (asked.shots) await mkdir(asked.shots, { recursive: true });

const records = new Map();
const chosen = PAGES.filter(({ path }) => !asked.only || path === asked.only);
const places = await addresses(chosen);
const looks = pairs(places, LANGUAGES);
await inTurn(looks, everything);
await titlesDiffer();
if (!asked.only) {
  await inTurn(pairs(people.roles(), LANGUAGES), ownHome);
  await inTurn(sample(seed, pairs(looks, MODES), MODES_SAMPLED), inMode);
  await inTurn(sample(seed + 1, pairs(places.filter(({ role }) => role), people.roles()), ROLES_SAMPLED), otherEyes);
  await inTurn(JOURNEYS.flatMap((journey) => pairs(pairs([journey], LANGUAGES), [true, false])), walk);
}
await browser.close();
report.close();

async function inTurn(list, look) {
  for (const one of list) await look(one);
}

/** The pages with `{id}` filled in from the first link of that shape on the page `from`. */
async function addresses(pages) {
  const known = [];
  for (const page of pages) {
    await report.take(page.path, 'can be found', async () => {
      const path = page.made ? await made(page) : page.from ? await firstOf(page) : page.path;
      if (path) known.push({ ...page, name: page.path, path });
      return path ? [] : [`${page.from} links to none`];
    });
  }
  return known;
}

/** A path made for the page; what makes it is asked once. */
async function made({ path, made }) {
  if (!records.has(made)) {
    const context = await browser.newContext({ storageState: await people.signIn('family_worker') });
    records.set(made, await made({ url: asked.url, language: 'en' }, await context.newPage()));
    await context.close();
  }
  return records.get(made) + path.split('{id}')[1];
}

/** The first address of this shape that `from` links to, or that a page of `via` links to, where `from` links to those. */
async function firstOf({ path, from, via, role }) {
  if (!via) return shaped(path, await links(from, role))[0];
  for (const between of shaped(via, await links(from, role))) {
    const [found] = shaped(path, await links(between, role));
    if (found) return found;
  }
  return undefined;
}

/** The addresses of these that begin like `path` up to its last `{id}`, each with what `path` has after it. */
function shaped(path, links) {
  const parts = path.split('{id}');
  const rest = parts.pop();
  const quoted = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const begins = new RegExp(`^${quoted.join('[0-9a-f-]{36}')}[0-9a-f-]{36}`);
  return [...new Set(links.map((link) => link.match(begins)?.[0]).filter(Boolean))].map((found) => found + rest);
}

async function links(path, role) {
  const here = await open({ path, role }, 'en');
  const all = await here.page.locator('a[href]').evaluateAll((links) => links.map(({ href }) => new URL(href)).map(({ pathname, search }) => pathname + search));
  await here.close();
  return all;
}

async function open({ path, role }, language, how) {
  const url = new URL(inLanguage(language, path), asked.url).href;
  return visit(browser, url, { language, who: await people.signIn(role), how });
}

function called({ name, path, role }, language) {
  return `${inLanguage(language, name ?? path)} (${role ?? 'public'})`;
}

/** Opens a page, looks with `find`, closes it; what breaks off on the way is a fault of `check`. */
function looked(place, language, check, how, find) {
  return report.take(called(place, language), check, async () => {
    const here = await open(place, language, how);
    try {
      return await find(here);
    } finally {
      await here.close();
    }
  });
}

async function everything([place, language]) {
  await looked(place, language, 'opens', {}, async (here) => {
    for (const [name, check] of CHECKS) await report.take(called(place, language), name, () => check(here));
    place.titles = { ...place.titles, [language]: await here.page.title() };
    if (asked.shots) await shoot(here, place, language);
    return [];
  });
  await looked(place, language, 'script off', { javaScriptEnabled: false }, scriptless);
  if (place.form) await looked(place, language, 'sent empty', {}, refused);
}

/** Pictures for people to look at: as it is now (a phone), and on a desk. */
async function shoot({ page }, { name, role }, language) {
  const file = `${name}-${role ?? 'public'}-${language}`.replace(/[^\w-]+/g, '_');
  await page.screenshot({ path: join(asked.shots, `${file}-320.png`), fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.screenshot({ path: join(asked.shots, `${file}-1280.png`), fullPage: true });
}

/** No two pages that one person can see have the same title. */
async function titlesDiffer() {
  for (const [place, language] of looks) {
    const title = place.titles?.[language];
    const same = places.filter((other) => other !== place && other.name !== place.name && other.titles?.[language] === title);
    report.add(called(place, language), 'a title of its own', title ? same.map(({ name }) => `“${title}”, as ${name}`) : []);
  }
}

async function ownHome([role, language]) {
  await looked({ path: HOME, role }, language, 'their own first page', {}, async (here) => {
    const faults = [];
    for (const [, check] of CHECKS) faults.push(...(await check(here)));
    return faults;
  });
}

async function inMode([[place, language], { name, how, find }]) {
  await looked(place, language, name, how, find);
}

/** Another role gets the page or the refusal, never a fault of ours, and can read what it gets. */
async function otherEyes([place, role]) {
  const [language] = sample(seed + place.path.length + role.length, LANGUAGES, 1);
  await looked({ ...place, role }, language, 'with other eyes', {}, async (here) => {
    const status = here.response.status();
    const known = [200, 403, 404].includes(status) ? [] : [`answered ${status}`];
    return [...known, ...(await axe(here))];
  });
}

async function walk([[journey, language], javaScriptEnabled]) {
  const place = `${journey.name} (${language}, script ${javaScriptEnabled ? 'on' : 'off'})`;
  const how = { javaScriptEnabled };
  await report.take(place, 'journey', () => journey.walk({ browser, people, url: asked.url, language, how }));
}
