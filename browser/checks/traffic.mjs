// What the first sight of a page costs, whom it asks, and what the console says.

/** Bytes as they come over the wire, headers included, for the page and all it needs. Source: performance.md, 60 kB. */
const BYTES_MAX = 60_000;
const REQUESTS_MAX = 6;

export async function weight({ traffic }) {
  const faults = [];
  if (traffic.bytes >= BYTES_MAX) faults.push(`${traffic.bytes} bytes, at most ${BYTES_MAX}`);
  if (traffic.requests.length > REQUESTS_MAX) {
    faults.push(`${traffic.requests.length} requests, at most ${REQUESTS_MAX}: ${traffic.requests.join(' ')}`);
  }
  return faults;
}

export async function nowhereElse({ traffic }) {
  return traffic.elsewhere.map((url) => `asked ${new URL(url).origin}`);
}

export async function noComplaint({ traffic }) {
  return traffic.complaints;
}
