// Signing in as the people of the demo: one press on the sign-in page, once per person and run.

/** How long a sign-in is used: some pages ask for one that is no older than ten minutes. */
const FRESH_MS = 7 * 60_000;

export class People {
  #browser;
  #url;
  #people;
  #signedIn = new Map();

  constructor(browser, url, people) {
    this.#browser = browser;
    this.#url = url;
    this.#people = people;
  }

  /** Every role somebody has, in the order of the list. */
  roles() {
    return [...new Set(this.#people.map(({ role }) => role))];
  }

  /** The first person of this role, at this site or at any but the one named with `not`. */
  person(role, { site, not } = {}) {
    return this.#people.find((one) => one.role === role && (!site || one.site === site) && (!not || one.site !== not));
  }

  /** Everybody of this role, at this site where one is named. */
  all(role, { site } = {}) {
    return this.#people.filter((one) => one.role === role && (!site || one.site === site));
  }

  /** What a browser keeps after the first person of this role signed in; nothing for the public. */
  async signIn(role) {
    if (!role) return undefined;
    const person = this.person(role);
    if (!person) throw new Error(`the demo has nobody who is ${role}`);
    return this.signInAs(person);
  }

  /** What a browser keeps after this person signed in. */
  async signInAs(person) {
    const known = this.#signedIn.get(person.email);
    if (known && Date.now() - known.at < FRESH_MS) return known.state;
    const at = Date.now();
    const state = await this.#press(person);
    this.#signedIn.set(person.email, { at, state });
    return state;
  }

  async #press(person) {
    const context = await this.#browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(new URL('/sign-in', this.#url).href);
      await Promise.all([page.waitForNavigation(), (await button(page, person)).click()]);
      if (new URL(page.url()).pathname.endsWith('/sign-in')) throw new Error(`${person.name} was not signed in`);
      return await context.storageState();
    } finally {
      await context.close();
    }
  }
}

/** The button of that person's form: the form says the name or the e-mail address, or the row it stands in does. */
async function button(page, { name, email }) {
  const forms = page.locator('form[action$="/demo/sign-in"]').filter({ has: page.locator('input[name=account]') });
  const count = await forms.count();
  for (const near of [(form) => form, (form) => form.locator('xpath=ancestor::*[self::li or self::tr or self::div][1]')]) {
    for (let index = 0; index < count; index += 1) {
      const place = near(forms.nth(index));
      const words = (await place.count()) > 0 ? await place.innerText() : '';
      if (words.includes(email) || words.includes(name)) return forms.nth(index).locator('button');
    }
  }
  throw new Error(`the sign-in page lists nobody called ${name} among ${count}`);
}
