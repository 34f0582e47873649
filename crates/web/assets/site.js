// What script adds to pages that already work without it. No framework, nothing inline, nothing from elsewhere.

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector, within = document) => within.querySelector(selector);

document.documentElement.classList.add("script");
problems();
leaveQuickly();
keepPlace();
sendOnce();
countCharacters();
all("form[data-draft-href]").forEach(keepDraft);

/** The list of problems takes focus, and each of its links goes into the box it speaks of. */
function problems() {
  const list = one("[data-problems]");
  if (!list) return;
  list.focus();
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const box = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!box) return;
    event.preventDefault();
    const says = box.closest("fieldset")?.querySelector("legend") ?? box.labels?.[0] ?? box;
    says.scrollIntoView({ block: "center" });
    const inside = "input:not([type=hidden]), select, textarea";
    (box.matches(inside) ? box : one(inside, box) ?? box).focus({ preventScroll: true });
  });
}

/** One press, or Escape three times, empties the page and goes elsewhere; Back does not return to it. */
function leaveQuickly() {
  const door = one("[data-exit]");
  if (!door) return;
  const leave = () => {
    document.title = "\u2026";
    document.body.replaceChildren();
    try { sessionStorage.clear(); } catch { /* private browsing: nothing was kept */ }
    location.replace(door.href);
  };
  door.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") {
      presses = [];
      return;
    }
    presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
    if (presses.length >= 3) leave();
  });
}

/** The other language opens at the same place, with the same filters and the same parts unfolded. */
function keepPlace() {
  const key = "place";
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
    sessionStorage.removeItem(key);
    if (kept && Date.now() - kept.at < 20_000 && !one("[data-problems]")) {
      all("details").forEach((part, index) => { if (kept.open.includes(index)) part.open = true; });
      scrollTo({ top: kept.y, behavior: "instant" });
    }
  } catch { /* storage refused: the page opens at its top */ }
  all("[data-keep-place]").forEach((toggle) => toggle.addEventListener("click", () => {
    if (toggle.hash === "") toggle.hash = location.hash;
    const filter = one("form.filter");
    if (filter && toggle.href) {
      const to = new URL(toggle.href);
      for (const [name, value] of new FormData(filter)) to.searchParams.set(name, value);
      toggle.href = to;
    }
    const open = all("details").flatMap((part, index) => (part.open ? [index] : []));
    try { sessionStorage.setItem(key, JSON.stringify({ y: scrollY, open, at: Date.now() })); } catch { /* as above */ }
  }));
}

/** A second press within a few seconds is taken as the same press. The server has the last word. */
function sendOnce() {
  const sent = new Map();
  addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (event.defaultPrevented || form.method !== "post") return;
    const before = sent.get(form);
    if (before && before.button === button && event.timeStamp - before.at < 4000) {
      event.preventDefault();
      return;
    }
    sent.set(form, { button, at: event.timeStamp });
    button?.setAttribute("aria-disabled", "true");
    setTimeout(() => button?.removeAttribute("aria-disabled"), 4000);
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    sent.clear();
    all("button[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
  });
}

/** Says how many characters are left, once three quarters are used and after a pause. Never stops the typing. */
function countCharacters() {
  all("textarea[data-max]").forEach((box) => {
    const said = box.parentElement.querySelector(".left");
    const max = Number(box.dataset.max);
    const number = new Intl.NumberFormat(document.documentElement.lang);
    let pause;
    const say = () => {
      const left = max - [...box.value].length;
      said.classList.toggle("over", left < 0);
      const words = left < 0 ? said.dataset.over : said.dataset.left;
      said.textContent = left < max / 4 ? `${words} ${number.format(Math.abs(left))}` : "";
    };
    box.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(say, 700);
    });
    say();
  });
}

/**
 * Sends the words typed so far to the server every few seconds while they change. "Kept" is said only after the
 * server has answered that they are.
 */
function keepDraft(form) {
  const said = one("[data-draft-said]", form);
  const say = (words) => { if (said && said.textContent !== words) said.textContent = words ?? ""; };
  const words = () => {
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const secret = name === "csrf" || form.elements[name]?.type === "password";
      if (typeof value === "string" && !secret) typed.append(name, value);
    }
    return typed.toString();
  };
  let stored = words();
  let sending = false;
  // Once the form itself is on its way nothing more is kept: it would come back after it was stored.
  const left = new AbortController();
  const keep = async (leaving) => {
    const now = words();
    if (left.signal.aborted || now === stored || (sending && !leaving)) return;
    sending = true;
    try {
      const answer = await fetch(form.dataset.draftHref, {
        method: "POST",
        body: now,
        headers: { "content-type": "application/x-www-form-urlencoded", "x-csrf": form.elements.csrf?.value ?? "" },
        credentials: "same-origin",
        redirect: "manual",
        keepalive: leaving && now.length < 60_000,
        signal: left.signal,
      });
      if (!answer.ok) throw new Error("not kept");
      stored = now;
      say(said?.dataset.kept);
    } catch {
      if (!left.signal.aborted) say(said?.dataset.notKept);
    } finally {
      sending = false;
    }
  };
  const timer = setInterval(() => keep(false), 5000);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(true); });
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    clearInterval(timer);
    left.abort();
  });
  // Back from the next page as it was left: the script begins anew with it.
  addEventListener("pageshow", (event) => { if (event.persisted && left.signal.aborted) keepDraft(form); });
}
