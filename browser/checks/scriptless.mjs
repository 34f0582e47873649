// With script off: the page is there, and every control still does something.

/** For a page opened with script off. */
export async function scriptless({ page, response }) {
  const faults = response.status() === 200 ? [] : [`answered ${response.status()}`];
  const found = await page.evaluate(() => {
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const words = (element) => `${element.localName} “${element.textContent.trim().slice(0, 40)}”`;
    const idle = shown('button').filter(
      (button) => !button.form && !button.hasAttribute('popovertarget') && !button.hasAttribute('commandfor'),
    );
    const inert = shown('button[type=button]').filter((button) => button.form && !button.hasAttribute('popovertarget'));
    const nowhere = shown('a').filter((link) => !link.getAttribute('href') || /^(#|javascript:)$/.test(link.getAttribute('href')));
    const mute = shown('form').filter((form) => ![...form.elements].some(({ type }) => type === 'submit' || type === 'image'));
    return [
      ...[...idle, ...inert].map((button) => `${words(button)} does nothing`),
      ...nowhere.map((link) => `${words(link)} leads nowhere`),
      ...mute.map((form) => `the form to ${form.getAttribute('action')} cannot be sent`),
      ...(shown('h1').length === 1 ? [] : ['no h1']),
    ];
  });
  return [...faults, ...found];
}
