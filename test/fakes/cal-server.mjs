import { createServer } from 'node:http';
import { FakeCal } from './cal.ts';

const DAY = 86_400_000;

/** Half-hours from the day after tomorrow on. */
const times = (count) => {
  const start = Math.ceil(Date.now() / DAY) * DAY + DAY;
  return Array.from({ length: count }, (_, i) => new Date(start + i * 1_800_000).toISOString());
};

/** Serves a fake of Cal.com on loopback. Returns the variables that make the Worker use it. */
export async function serveCal(port, cal = new FakeCal()) {
  cal.offered = times(200);
  const server = createServer(async (incoming, outgoing) => {
    const chunks = await Array.fromAsync(incoming);
    const gone = new AbortController();
    outgoing.on('close', () => gone.abort());
    try {
      const answer = await cal.handle(
        new Request(`http://127.0.0.1:${port}${incoming.url}`, {
          method: incoming.method,
          headers: incoming.headers,
          signal: gone.signal,
          ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
        }),
      );
      outgoing.writeHead(answer.status, { 'content-type': 'application/json' });
      outgoing.end(await answer.text());
    } catch {
      outgoing.destroy();
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return [
    'CALCOM_API_KEY:cal_test',
    `CALCOM_EVENT_TYPE_ID:${cal.eventTypeId}`,
    'CALCOM_WEBHOOK_SECRET:known to the tests',
    `CALCOM_BASE_URL:http://127.0.0.1:${port}`,
    'CALCOM_LINK:https://cal.com/loadworthy/call',
  ];
}
