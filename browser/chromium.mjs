// Debian's Chromium, started so that it talks to nobody but the page's own server.
import { chromium } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser; the caller closes it. */
export function launch() {
  return chromium.launch({ executablePath: PROGRAM, headless: true, args: ARGUMENTS });
}
