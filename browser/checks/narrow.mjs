// A phone of 320 px: nothing makes the page scroll sideways.

const PHONE = { width: 320, height: 640 };

export async function narrow({ page }) {
  await page.setViewportSize(PHONE);
  return sideways(page);
}

/** What sticks out of the page on the right, if it can be scrolled there. */
export function sideways(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const out = [...document.body.querySelectorAll('*')].filter(
      (element) =>
        element.getBoundingClientRect().right > root.clientWidth + 1 ||
        (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'visible'),
    );
    const name = ({ localName, id, className }) => `${localName}${id && `#${id}`}${className && `.${className}`}`;
    const innermost = out.filter((element) => !out.some((other) => other !== element && element.contains(other)));
    const names = innermost.slice(0, 3).map(name).join(', ');
    return [`${root.scrollWidth} px wide on a screen of ${root.clientWidth} px, because of ${names || 'the page itself'}`];
  });
}
