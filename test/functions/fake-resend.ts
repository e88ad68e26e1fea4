import { runInDurableObject } from 'cloudflare:test';
import { onTestFinished, vi } from 'vitest';
import { followUp } from './requests.ts';

/** Resend as far as the tests need it: it remembers keys as the real one does, and fails on request. */
export interface FakeResend {
  /** Every request, whatever became of it. */
  readonly requests: { readonly key: string; readonly body: string }[];
  /** Mails that were accepted, by their idempotency key. */
  readonly delivered: Map<string, string>;
  /** Answers to the next requests, in order; an Error is a broken line. Afterwards mails are accepted. */
  readonly failures: (Response | Error)[];
  /** The key that the failures are for; left out, any. */
  failing?: string;
  /** Requests whose body holds this fail as long as it is set. */
  brokenFor?: string | undefined;
}

export const refused = (status: number, name: string, headers: Record<string, string> = {}) =>
  Response.json(
    { statusCode: status, name, message: 'the words of the provider' },
    { status, headers },
  );

/**
 * Puts the fake in the place of the network, and makes the follow-up send through it until the test
 * ends. The log is silenced: failures are what these tests are about.
 */
export async function fakeResend(): Promise<FakeResend> {
  const fake: FakeResend = { requests: [], delivered: new Map(), failures: [] };
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    if (request.url !== 'http://resend.test/emails')
      throw new Error(`unexpected request to ${request.url}`);
    const key = request.headers.get('idempotency-key') ?? '';
    const body = await request.text();
    fake.requests.push({ key, body });
    if (fake.brokenFor && body.includes(fake.brokenFor)) return refused(500, 'application_error');
    const failure = (fake.failing ?? key) === key ? fake.failures.shift() : undefined;
    if (failure instanceof Error) throw failure;
    if (failure) return failure;
    const before = fake.delivered.get(key);
    if (before && before !== body) return refused(409, 'invalid_idempotent_request');
    fake.delivered.set(key, body);
    return Response.json({ id: `mail of ${key}` });
  });
  vi.spyOn(console, 'error').mockReturnValue();
  await sendThroughFake();
  onTestFinished(() => sendThrough({ RESEND_API_KEY: '' }));
  return fake;
}

/** The follow-up forgets its set-up when its process ends; this gives it the fake's again. */
export const sendThroughFake = () =>
  sendThrough({ RESEND_API_KEY: 're_test', RESEND_BASE_URL: 'http://resend.test' });

const sendThrough = (settings: object) =>
  runInDurableObject(followUp(), (instance) => {
    const object = instance as unknown as { env: Env };
    object.env = Object.assign({}, object.env, { RESEND_BASE_URL: '' }, settings);
  });
