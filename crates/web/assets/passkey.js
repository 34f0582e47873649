// Passkeys: signs in with one, or adds one. The forms stay hidden where the browser cannot do it.

const toBytes = (text) => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
};

const toText = (bytes) => {
  const plain = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

let waiting; // The quiet request under the email box; only one request may be open at a time.

if (globalThis.PublicKeyCredential && navigator.credentials) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      press(form);
    });
    if (form.dataset.passkey === "sign-in") offerQuietly(form);
  }
}

async function press(form) {
  const button = form.querySelector("button");
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  say(form, null);
  waiting?.abort();
  try {
    await (form.dataset.passkey === "register" ? register(form) : signIn(form));
  } catch (fault) {
    say(form, fault?.name === "NotAllowedError" || fault?.name === "AbortError" ? "stopped" : "failed");
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

/** Offers the passkeys of this device in the list under the email box, where the browser can. */
async function offerQuietly(form) {
  if (!document.querySelector("input[autocomplete~=webauthn]")) return;
  try {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    waiting = new AbortController();
    await signIn(form, { mediation: "conditional", signal: waiting.signal });
  } catch (fault) {
    if (fault?.refused) say(form, "failed");
  }
}

async function signIn(form, how = {}) {
  const { publicKey } = await ask(form, form.dataset.start, typed(form));
  publicKey.challenge = toBytes(publicKey.challenge);
  for (const known of publicKey.allowCredentials ?? []) known.id = toBytes(known.id);
  const key = await navigator.credentials.get({ publicKey, ...how });
  const { authenticatorData, clientDataJSON, signature, userHandle } = key.response;
  await finish(form, key, {
    authenticatorData: toText(authenticatorData),
    clientDataJSON: toText(clientDataJSON),
    signature: toText(signature),
    userHandle: userHandle ? toText(userHandle) : null,
  });
}

async function register(form) {
  const { publicKey } = await ask(form, form.dataset.start, typed(form));
  publicKey.challenge = toBytes(publicKey.challenge);
  publicKey.user.id = toBytes(publicKey.user.id);
  for (const known of publicKey.excludeCredentials ?? []) known.id = toBytes(known.id);
  const key = await navigator.credentials.create({ publicKey });
  await finish(form, key, {
    attestationObject: toText(key.response.attestationObject),
    clientDataJSON: toText(key.response.clientDataJSON),
    transports: key.response.getTransports?.() ?? [],
  });
}

async function finish(form, key, response) {
  const answer = await ask(form, form.dataset.finish, {
    id: key.id,
    rawId: toText(key.rawId),
    type: key.type,
    response,
    extensions: {},
  });
  location.assign(answer?.next ?? form.dataset.next);
}

/** Posts JSON and returns the JSON answer; 204 answers with nothing. */
async function ask(form, href, body) {
  const answer = await fetch(href, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", "x-csrf": form.elements.csrf.value },
    body: JSON.stringify(body),
    credentials: "same-origin",
    redirect: "error",
  });
  if (!answer.ok) throw Object.assign(new Error("refused"), { refused: true });
  return answer.status === 204 ? null : answer.json();
}

/** What the person typed in the form, such as a name for the passkey. */
function typed(form) {
  const fields = Object.fromEntries(new FormData(form));
  delete fields.csrf;
  return fields;
}

/** Shows one of the sentences the page carries, or none. */
function say(form, which) {
  for (const sentence of form.querySelectorAll("[data-said]")) sentence.hidden = sentence.dataset.said !== which;
}
