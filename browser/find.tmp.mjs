import fs from 'node:fs';
import { chromium } from 'playwright-core';
const j = JSON.parse(fs.readFileSync('/work/t/review-demo.json','utf8').split('\n')[0]);
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const p of j.people.filter((p)=>['carer','family_worker'].includes(p.role)).slice(0,8)) {
  const ctx = await b.newContext(); const page = await ctx.newPage();
  await page.goto(j.url + '/sign-in');
  await page.getByRole('button', { name: new RegExp(p.name) }).first().click(); await page.waitForLoadState();
  const hrefs = await page.$$eval('a[href*="/bring"]', (as)=>as.map((a)=>a.getAttribute('href')));
  console.log(p.role, p.name, hrefs);
  const tasks = await page.$$eval('.tasks li', (l)=>l.map((x)=>x.innerText.replaceAll('\n',' | ')));
  console.log('   ', tasks.slice(0,8));
  await ctx.close();
}
await b.close();
