import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 20 });

/** One request over kept connections. Resolves to its status. */
const ask = (url, method, body) =>
  new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method, agent, headers: body ? { 'content-type': 'application/json' } : {} },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });

/**
 * Asks from twenty sides for some seconds. Returns requests a second and the middle and slowest
 * hundredth in milliseconds; throws when an answer is not the expected one.
 */
export async function load(url, { method = 'POST', body, status, seconds = 6 }) {
  const times = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  const side = async () => {
    while (performance.now() < end) {
      const at = performance.now();
      const got = await ask(url, method, body?.());
      if (got !== status) throw new Error(`${url} answered ${got}, not ${status}`);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: 20 }, side));
  const took = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99) };
}
