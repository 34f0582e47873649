// Filling in and sending a page's main form, by the names of its fields.

/** The form a page is about. */
export function mainForm(page) {
  return page.locator('form#main-form, main form[method=post]').first();
}

/**
 * Fills in fields by name. A list ticks each of its values; `true` ticks the only box; text is typed, chosen or
 * picked, whichever the field is for.
 */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = mainForm(page).locator(`[name="${name}"]`);
    const kind = await field.first().evaluate(({ localName, type }) => (localName === 'input' ? type : localName));
    if (kind === 'radio' || kind === 'checkbox') {
      for (const choice of [value].flat()) {
        const box = choice === true ? field : field.and(page.locator(`[value="${choice}"]`));
        // By keyboard: waiting for a box to stand still needs script, which a reader may have switched off.
        if (!(await box.isChecked())) await box.press('Space');
      }
    } else if (kind === 'select') {
      await field.selectOption(value);
    } else {
      await field.fill(value);
    }
  }
}

/** Presses the form's own button, or the one of that name and value, and gives the answer of the page that comes. */
export async function send(page, name, value) {
  const own = 'button:not([formnovalidate]):not([type=button]):not([aria-hidden]):not([name])';
  const button = name ? `button[name="${name}"][value="${value}"]` : own;
  const [response] = await Promise.all([
    page.waitForNavigation({ waitUntil: 'load', timeout: 15_000 }),
    mainForm(page).locator(button).last().press('Enter'),
  ]);
  return response;
}
