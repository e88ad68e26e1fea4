import { createServer } from 'node:http';

/**
 * Resend on loopback, which fails one call in three: with an error, with `null`, by breaking the line
 * before the mail is taken, or after it. Like the real one it knows a key and takes its mail once.
 */
export async function serveResend(port, fails) {
  const accepted = new Map();
  let calls = 0;
  let changed = 0;
  const server = createServer(async (incoming, outgoing) => {
    const chunks = await Array.fromAsync(incoming).catch(() => undefined);
    if (!chunks) return outgoing.destroy();
    calls += 1;
    const key = String(incoming.headers['idempotency-key']);
    const fault = fails();
    if (fault === 0) return outgoing.destroy();
    if (fault === 1) {
      outgoing.writeHead(500, { 'content-type': 'application/json' });
      return outgoing.end('null');
    }
    const body = Buffer.concat(chunks).toString();
    const before = accepted.get(key);
    if (before && before !== body) changed += 1;
    accepted.set(key, body);
    if (fault === 2) return outgoing.destroy();
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    return outgoing.end(JSON.stringify({ id: `mail-of-${key}` }));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    /** Mails that were taken, by their key. */
    accepted,
    counts: () => ({ calls, changed }),
    vars: ['RESEND_API_KEY:re_test', `RESEND_BASE_URL:http://127.0.0.1:${port}`],
  };
}
