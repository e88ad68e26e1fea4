import { consent } from '../../src/lead/lead.ts';

/** No answer may be waited for longer than this, in milliseconds. */
const PATIENCE = 40_000;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Visitors who each send a lead or book a call, and who try again with the same id while nothing comes back. */
export function visitors(port, slots) {
  /** What got a 2xx. */
  const leads = new Set();
  const bookings = new Map();
  const counts = { requests: 0, broken: 0, refused: 0, taken: 0, late: 0, odd: new Map() };
  let open = true;

  async function post(path, body) {
    counts.requests += 1;
    const started = performance.now();
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      counts.broken += 1;
      if (performance.now() - started > PATIENCE - 500) counts.late += 1;
      return 0;
    }
  }

  /** Sends until something final comes back, or the doors close. */
  async function insist(path, body) {
    while (open) {
      const status = await post(path, body);
      if (status >= 200 && status < 300) return status;
      if (status >= 400 && status < 500) return status;
      if (status >= 500) counts.refused += 1;
      await pause(100 + Math.random() * 400);
    }
    return 0;
  }

  const odd = (status) => counts.odd.set(status, (counts.odd.get(status) ?? 0) + 1);

  async function visit() {
    const id = crypto.randomUUID();
    const email = `visitor-${id}@company.com`;
    if (Math.random() < 0.6) {
      const answers = { builder: 'lovable', rows: '100k', users: '1k', target: '500' };
      const status = await insist('/api/leads', { id, email, answers, consent: consent.version });
      if (status === 200 || status === 201) leads.add(id);
      else if (status) odd(status);
      return;
    }
    const start = slots[Math.floor(Math.random() * slots.length)];
    const wish = { id, email, name: 'Visitor', start, timeZone: 'Europe/Berlin' };
    const status = await insist('/api/bookings', wish);
    if (status === 200 || status === 201) bookings.set(id, start);
    else if (status === 409) counts.taken += 1;
    else if (status) odd(status);
  }

  const crowd = Array.from({ length: 8 }, async () => {
    while (open) await visit();
  });
  return {
    leads,
    bookings,
    counts,
    async leave() {
      open = false;
      await Promise.all(crowd);
    },
  };
}
