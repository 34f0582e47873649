// The keyboard alone: the first Tab finds the skip link, Tab reaches everything, what has the focus shows it.

/** A field for a date has several stops of its own. */
const STOPS_PER_ELEMENT_MAX = 6;

export async function keyboard({ page }) {
  const count = await page.evaluate(note);
  const [seen, faults] = [new Set(), []];
  let previous = -1;
  let stays = 0;
  for (let press = 1; press <= count * STOPS_PER_ELEMENT_MAX + 10 && seen.size < count; press += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(look);
    if (press === 1) faults.push(...now.first);
    stays = now.index === previous ? stays + 1 : 0;
    if (stays > STOPS_PER_ELEMENT_MAX) {
      faults.push(`Tab does not leave ${now.name}`);
      break;
    }
    previous = now.index;
    if (now.index < 0 || seen.has(now.index)) continue;
    seen.add(now.index);
    if (!now.visible) faults.push(`no sign of the focus on ${now.name}`);
    if (now.hidden) faults.push(`${now.name} has the focus behind ${now.hidden}`);
  }
  faults.push(...(await page.evaluate(missed, [...seen])));
  return faults;
}

/** In the page: lists what Tab should reach, with how it looks before it has the focus. Gives how many. */
function note() {
  const candidates = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
  const reachable = (element) =>
    element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]') && element.checkVisibility({ visibilityProperty: true });
  const key = (element) =>
    element.type === 'radio' && element.name ? `${element.form?.action} ${element.name}` : element;
  const appearance = (element) => {
    const shown = [element, ...(element.labels ?? [])].flatMap((part) => [part, '::before', '::after'].map((pseudo) =>
      typeof pseudo === 'string' ? getComputedStyle(part, pseudo) : getComputedStyle(part)));
    // Where colours are forced, the page's own colours and shadows are not seen.
    const forced = matchMedia('(forced-colors: active)').matches;
    const sides = (style) => [
      style.outlineStyle, style.outlineWidth, style.borderWidth, style.textDecorationLine, style.textDecorationThickness,
      ...(forced ? [] : [style.outlineColor, style.boxShadow, style.backgroundColor, style.borderColor]),
    ];
    return shown.flatMap(sides).join('|');
  };
  const name = (element) => {
    const words = (element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent || '').trim();
    return `${element.localName}${element.name ? `[name=${element.name}]` : ''} “${words.slice(0, 40)}”`;
  };
  document.activeElement?.blur?.();
  const groups = new Map();
  for (const element of document.querySelectorAll(candidates)) {
    if (reachable(element)) groups.set(key(element), [...(groups.get(key(element)) ?? []), element]);
  }
  // One of several choices is enough: the arrows move between them.
  const stops = [...groups.values()];
  const before = new Map(stops.flat().map((element) => [element, appearance(element)]));
  globalThis.tabStops = { stops, before, appearance, name };
  return stops.length;
}

/** In the page: what has the focus now. */
function look() {
  const { stops, before, appearance, name } = globalThis.tabStops;
  const element = document.activeElement;
  const index = stops.findIndex((group) => group.includes(element));
  const box = element.getBoundingClientRect();
  const first = [];
  const target = element.hash?.length > 1 && document.getElementById(element.hash.slice(1));
  if (element.localName !== 'a' || !target) first.push(`the first Tab goes to ${name(element)}, not to a skip link`);
  else if (box.width < 20 || box.height < 10 || box.left < 0 || box.top < 0) first.push('the skip link does not show');
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const small = box.width < 4 || box.height < 4 || style.opacity === '0';
  const own = !over || element.contains(over) || over.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(over));
  return {
    index,
    first,
    name: name(element),
    visible: outlined || before.get(element) !== appearance(element),
    hidden: small || own ? '' : over.localName,
  };
}

/** In the page: what Tab never reached. */
function missed(seen) {
  const { stops, name } = globalThis.tabStops;
  return stops.flatMap((group, index) => (seen.includes(index) ? [] : [`Tab does not reach ${name(group[0])}`]));
}
