// Shows that each check finds what it is for: a good page passes them all, and one fault put into it is found.
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';

import { CHECKS } from './checks/index.mjs';
import { MODES } from './checks/modes.mjs';
import { refused } from './checks/refused.mjs';
import { scriptless } from './checks/scriptless.mjs';
import { launch } from './chromium.mjs';
import { Report } from './report.mjs';
import { visit } from './visit.mjs';

const GOOD = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tell us about a visit</title>
<link rel="stylesheet" href="/style.css">
<link rel="alternate" hreflang="cy" href="/cy/good">
</head>
<body>
<a class="skip" href="#main">Skip to the main part</a>
<header><a href="/good">Home</a></header>
<main id="main" tabindex="-1">
<h1>Tell us about a visit</h1>
<p>Some words about it.</p>
<form method="post" action="/good" id="main-form" novalidate>
<p><label for="note">What happened</label> <input id="note" name="note" autocomplete="off"></p>
<p><button>Send</button></p>
</form>
</main>
</body>
</html>
`;

const STYLE = `
html { color-scheme: light dark; background: #fff; color: #111; font-size: 100%; }
body { margin: 1rem; font: 1.1rem/1.5 sans-serif; }
a { color: #14534f; } a, button, input { font: inherit; padding: 0.6rem; display: inline-block; max-width: 100%; box-sizing: border-box; }
:focus-visible { outline: 3px solid #14534f; }
.skip { position: absolute; top: -9rem; } .skip:focus { top: 0; background: #fff; }
.mute:focus-visible { outline: none; }
@media (prefers-color-scheme: dark) { html, .skip:focus { background: #111; color: #eee; } a { color: #8fd3c8; } :focus-visible { outline-color: #8fd3c8; } }
`;

const ERROR = GOOD.replace('<title>', '<title>Error: ').replace(
  '<h1>',
  '<div tabindex="-1" autofocus role="alert"><h2>There is a problem</h2><ul><li><a href="#note">Say what happened</a></li></ul></div>\n<h1>',
);

/** The check that must find it, the fault, and the page with the fault in it. */
const BAD = [
  ['answers where it was asked', 'a page that is not there', undefined],
  ['one h1, one title', 'two h1', GOOD.replace('<p>Some', '<h1>Again</h1><p>Some')],
  ['says its language', 'the other language', GOOD.replace('lang="en"', 'lang="cy"')],
  ['links to the other language', 'no link', GOOD.replace(/<link rel="alternate".*\n/, '')],
  ['valid HTML', 'an element left open', GOOD.replace('<p>Some words', '<div><p>Some words')],
  ['keyboard', 'a link out of reach', GOOD.replace('<p>Some', '<p><a href="/x" tabindex="0" id="far">far</a></p><p>Some').replace('</body>', trap('far.onfocus = () => note.focus()'))],
  ['keyboard', 'no sign of the focus', GOOD.replace('<button>', '<button class="mute">')],
  ['keyboard', 'no skip link', GOOD.replace(/<a class="skip".*\n/, '')],
  ['accessible', 'a field without a label', GOOD.replace('<label for="note">What happened</label>', 'What happened')],
  ['accessible', 'pale words', GOOD.replace('<p>Some', '<p class="pale">Some').replace('</head>', sheet('.pale { color: #bbb; }'))],
  ['light', 'too many bytes', GOOD.replace('</main>', `<p class="n">${randomBytes(40_000).toString('hex')}</p></main>`).replace('</head>', sheet('.n { overflow-wrap: anywhere; }'))],
  ['light', 'too many requests', GOOD.replace('</main>', '1234567'.replace(/./g, '<img src="/dot$&.svg" alt="a dot">') + '</main>')],
  ['asks nobody else', 'a picture of another host', GOOD.replace('</main>', '<img src="http://127.0.0.1:9/x.png" alt="a dot"></main>')],
  ['nothing in the console', 'a script that breaks', GOOD.replace('</body>', trap('missing()'))],
  ['320 px', 'a wide box', GOOD.replace('<p>Some', '<p class="wide">Some').replace('</head>', sheet('.wide { width: 400px; }'))],
  ['script off', 'a button that needs script', GOOD.replace('</main>', '<button type="button">More</button></main>')],
  ['sent empty', 'a form that takes nothing for an answer', GOOD.replace('action="/good"', 'action="/plain"')],
  ['dark', 'a page that stays light', GOOD.replace('</head>', sheet('html, body { background: #fff; }'))],
  ['forced colours', 'the focus shown by colour alone', GOOD.replace('</head>', sheet(':focus-visible { outline: none; background: #fd0; }'))],
  ['text at 200%', 'words in pixels', GOOD.replace('</head>', sheet('body { font-size: 18px; }'))],
  ['reduced motion', 'a thing that moves', GOOD.replace('</head>', sheet('@keyframes go { to { opacity: 0.9; } } h1 { animation: go 2s infinite; }'))],
];

function sheet(rules) {
  return `<style>${rules}</style></head>`;
}

function trap(script) {
  return `<script>${script}</script></body>`;
}

const server = createServer(({ method, url }, answer) => {
  const say = (status, type, body) => answer.writeHead(status, { 'content-type': type }).end(body);
  const html = (body) => say(body ? 200 : 404, 'text/html; charset=utf-8', body ?? 'not here');
  const number = url.match(/^\/bad\/(\d+)$/)?.[1];
  if (url === '/style.css') say(200, 'text/css', STYLE);
  else if (url.endsWith('.svg')) say(200, 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
  else if (url === '/favicon.ico') say(204, 'image/x-icon', '');
  else if (number) html(BAD[number][2]?.replace('/cy/good', `/cy/bad/${number}`));
  else if (url === '/plain') html(GOOD);
  else html(method === 'POST' ? ERROR : GOOD);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const origin = `http://127.0.0.1:${server.address().port}`;

const all = [
  ...CHECKS.map(([name, find]) => ({ name, find })),
  { name: 'script off', how: { javaScriptEnabled: false }, find: scriptless },
  { name: 'sent empty', find: refused },
  ...MODES,
];
const browser = await launch();
const report = new Report();
for (const check of all) {
  await report.take('a good page', check.name, () => look('/good', check));
}
for (const [index, [name, fault]] of BAD.entries()) {
  const check = all.find((check) => check.name === name);
  await report.take(`a page with ${fault}`, name, async () => {
    const found = await look(`/bad/${index}`, check).catch((trouble) => [trouble.message]);
    return found.length > 0 ? [] : ['was not found'];
  });
}
for (const { name } of all) {
  report.add(name, 'has a bad page', BAD.some(([check]) => check === name) ? [] : ['nothing shows that it can fail']);
}
await browser.close();
server.close();
report.close();

async function look(path, { how, find }) {
  const here = await visit(browser, `${origin}${path}`, { language: 'en', how });
  try {
    return await find(here);
  } finally {
    await here.close();
  }
}
