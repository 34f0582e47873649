// Opening a page as a reader would for the first time: an empty cache, everything it sends and says noted.

const DESKTOP = { width: 1280, height: 900 };

/**
 * Opens `url` in a context of its own. `who` is the stored sign-in of a person, or nothing for the public;
 * `how` is what the browser is told to be: script off, dark, forced colours.
 */
export async function visit(browser, url, { language, who, how = {} }) {
  const context = await browser.newContext({ viewport: DESKTOP, storageState: who, ...how });
  const page = await context.newPage();
  const traffic = await listen(context, page, new URL(url).origin);
  const response = await page.goto(url, { waitUntil: 'load', timeout: 20_000 });
  return { page, response, language, url, traffic, html: await response.text(), close: () => context.close() };
}

/** Notes every request, its size as it came over the wire, other hosts, and what the console complains of. */
async function listen(context, page, origin) {
  const traffic = { requests: [], bytes: 0, elsewhere: [], complaints: [] };
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength;
  });
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith('data:') || url.startsWith('blob:')) return;
    traffic.requests.push(url);
    if (new URL(url).origin !== origin) traffic.elsewhere.push(url);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) traffic.complaints.push(message.text());
  });
  page.on('pageerror', (error) => traffic.complaints.push(error.message));
  return traffic;
}
