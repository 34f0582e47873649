import { chromium } from 'playwright-core';
import fs from 'node:fs';
const [, , jsonFile, shots, role, ...paths] = process.argv;
const j = JSON.parse(fs.readFileSync(jsonFile, 'utf8').split('\n')[0]);
const person = j.people.find((p) => p.role === role) ?? j.people.find((p) => p.name === role);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const ctx = await b.newContext({ viewport: { width: 1280, height: 900 } });
const page = await ctx.newPage();
page.on('pageerror', (e) => console.log('ERR', e.message));
await page.goto(j.url + '/sign-in');
await page.getByRole('button', { name: new RegExp(person.name) }).first().click();
await page.waitForLoadState();
let n = 0;
for (const step of paths) {
  const [p, width = '1280', name = `s${n++}`] = step.split('@');
  await page.setViewportSize({ width: +width, height: 900 });
  if (p.startsWith('sel:')) { await page.locator(p.slice(4)).first().click(); await page.waitForLoadState(); }
  else if (p.startsWith('click:')) { await page.getByRole('link', { name: p.slice(6) }).first().click(); await page.waitForLoadState(); }
  else if (p.startsWith('press:')) { await page.getByRole('button', { name: p.slice(6) }).first().click(); await page.waitForLoadState(); }
  else if (p.startsWith('fill:')) { const [k, v] = p.slice(5).split('='); await page.locator(`[name="${k}"]`).first().fill(v.replaceAll('\\n', '\n')); continue; }
  else if (p.startsWith('check:')) { const [k, v] = p.slice(6).split('='); await page.locator(`[name="${k}"][value="${v}"]`).first().check({ force: true }); continue; }
  else if (p.startsWith('url:')) { console.log(page.url()); continue; }
  else await page.goto(j.url + p);
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  console.log(name, await page.title(), page.url());
}
await b.close();
