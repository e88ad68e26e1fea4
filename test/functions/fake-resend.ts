import { runInDurableObject } from 'cloudflare:test';
import { onTestFinished, vi } from 'vitest';
import { type FakeResend, makeResend } from '#test/fakes/resend.ts';
import { followUp } from './requests.ts';

/** A message that the owner's webhook was sent. */
export interface Heard {
  readonly headers: Headers;
  readonly body: string;
}

interface Surroundings extends FakeResend {
  readonly heard: Heard[];
  /** Answers of the owner's webhook to the next messages; afterwards it takes all. */
  readonly hookAnswers: (Response | Error)[];
}

/** Base64 of 24 bytes; no real secret. */
export const hookSecret = 'whsec_dGVzdCB0ZXN0IHRlc3QgdGVzdCB0ZXN0IDEyMw==';

/**
 * Puts a small Resend (and the owner's webhook) in the place of the network, and makes the follow-up
 * send through it until the test ends. The log is silenced: failures are what these tests are about.
 */
export async function fakeResend(settings: object = {}): Promise<Surroundings> {
  const heard: Heard[] = [];
  const hookAnswers: (Response | Error)[] = [];
  const fake = Object.assign(makeResend(), { heard, hookAnswers });
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    if (request.url === 'https://hook.test/leads') {
      heard.push({ headers: request.headers, body: await request.text() });
      const answer = hookAnswers.shift();
      if (answer instanceof Error) throw answer;
      return answer ?? new Response(null, { status: 204 });
    }
    if (request.url !== 'http://resend.test/emails')
      throw new Error(`unexpected request to ${request.url}`);
    return fake.answer(request);
  });
  vi.spyOn(console, 'error').mockReturnValue();
  await sendThroughFake(settings);
  onTestFinished(() =>
    sendThrough({ RESEND_API_KEY: '', OWNER_WEBHOOK_URL: '', OWNER_WEBHOOK_SECRET: '' }),
  );
  return fake;
}

/** The follow-up forgets its set-up when its process ends; this gives it the fake's again. */
export const sendThroughFake = (settings: object = {}) =>
  sendThrough({ RESEND_API_KEY: 're_test', RESEND_BASE_URL: 'http://resend.test', ...settings });

const sendThrough = (settings: object) =>
  runInDurableObject(followUp(), (instance) => {
    const object = instance as unknown as { env: Env; mailsFrom: Date; atOnce: number };
    object.env = Object.assign({}, object.env, { RESEND_BASE_URL: '' }, settings);
    // What an earlier test's provider said about the pace.
    object.mailsFrom = new Date(0);
    object.atOnce = 4;
  });
