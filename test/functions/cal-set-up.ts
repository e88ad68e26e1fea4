import { env } from 'cloudflare:workers';
import { onTestFinished, vi } from 'vitest';
import type { Booking } from '#src/booking/booking.ts';
import { FakeCal } from '#test/fakes/cal.ts';
import { request } from './requests.ts';

const secret = 'the secret of the webhooks';

/** What turns the built-in calendar into Cal.com. */
export const settings = {
  CALCOM_API_KEY: 'cal_test',
  CALCOM_EVENT_TYPE_ID: '77',
  CALCOM_WEBHOOK_SECRET: secret,
  CALCOM_BASE_URL: 'http://cal.test',
};

const DAY = 86_400_000;

/** Half-hours of the days after tomorrow. */
export const times = Array.from({ length: 40 }, (_, i) =>
  new Date(
    Math.ceil(Date.now() / DAY) * DAY + DAY + Math.floor(i / 10) * DAY + (i % 10) * 1_800_000,
  ).toISOString(),
) as [string, string, string, ...string[]];

/** Puts the fake in the place of the network until the test ends. */
export function fakeCal(): FakeCal {
  const cal = new FakeCal();
  cal.offered = times;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const asked = new Request(input, init);
    if (!asked.url.startsWith('http://cal.test/')) throw new Error(`unexpected ${asked.url}`);
    return cal.handle(asked);
  });
  vi.spyOn(console, 'error').mockReturnValue();
  Object.assign(env, settings);
  onTestFinished(() => {
    for (const name of Object.keys(settings)) delete (env as never as Record<string, string>)[name];
  });
  return cal;
}

export const postCal = (path: string, body: unknown) =>
  request(
    path,
    {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    },
    settings,
  );

export const wish = (start: string, over: Partial<Booking> = {}): Booking => ({
  id: crypto.randomUUID(),
  start,
  timeZone: 'America/New_York',
  email: 'ada@company.com',
  name: 'Ada',
  ...over,
});

const hex = (buffer: ArrayBuffer) => new Uint8Array(buffer).toHex();

export async function signed(body: string, by = secret): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const usages = ['sign' as const];
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes(by), algorithm, false, usages);
  return hex(await crypto.subtle.sign('HMAC', key, bytes(body)));
}

/** Cal.com calls our webhook. */
export async function tell(
  triggerEvent: string,
  uid: string,
  createdAt = new Date().toISOString(),
  signature?: string,
) {
  const body = JSON.stringify({ triggerEvent, createdAt, payload: { uid, title: 'Call' } });
  return request(
    '/api/webhooks/cal',
    {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json',
        'X-Cal-Signature-256': signature ?? (await signed(body)),
        'X-Cal-Webhook-Version': '2021-10-20',
      },
    },
    settings,
  );
}
