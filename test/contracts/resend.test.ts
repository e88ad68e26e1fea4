import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { resendMailer } from '#functions/mail/resend.ts';
import { faults } from '#test/fakes/faults.ts';
import { bounce, eventBody, makeResend } from '#test/fakes/resend.ts';
import { mail } from '#test/fakes/mail.ts';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(JSON.parse(readFileSync(new URL('./resend.json', import.meta.url), 'utf8')));

/** What is wrong with a value by the schema of that name; empty when nothing is. */
function wrong(name: string, value: unknown): string {
  const validate = ajv.getSchema(`resend#/$defs/${name}`);
  if (!validate) throw new Error(`no schema ${name}`);
  return validate(value) ? '' : ajv.errorsText(validate.errors);
}

describe('against Resend’s published schemas', () => {
  test('the schemas can tell a wrong request from a right one', () => {
    expect(wrong('SendEmailRequest', { from: 'a', to: 'b', subject: 'c' })).toBe('');
    expect(wrong('SendEmailRequest', { from: 'a', to: 7, subject: 'c' })).not.toBe('');
    expect(wrong('SendEmailRequest', { from: 'a', subject: 'c' })).not.toBe('');
  });

  test('our request, and the fake’s answer to it, have the published form', async () => {
    const fake = makeResend();
    const bodies: unknown[] = [];
    const answers: unknown[] = [];
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
      const request = new Request(input, init);
      bodies.push(await request.clone().json());
      const response = await fake.answer(request);
      answers.push(await response.clone().json());
      return response;
    });
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const send = () => resendMailer('re_key', 'http://resend.test').send(mail, 'report:1');
    expect((await send()).outcome).toBe('sent');
    fake.failures.push(faults.serverError, faults.dailyQuota);
    await send();
    await send();
    expect(bodies.map((body) => wrong('SendEmailRequest', body))).toEqual(['', '', '']);
    // No field of ours is one that the document does not know.
    const { $defs } = JSON.parse(readFileSync(new URL('./resend.json', import.meta.url), 'utf8'));
    const known = Object.keys($defs.SendEmailRequest.properties);
    expect(Object.keys(bodies[0] as object).filter((key) => !known.includes(key))).toEqual([]);
    expect(wrong('SendEmailResponse', answers[0])).toBe('');
    expect(answers[0]).toMatchObject({ id: expect.stringMatching(/./) });
    expect(answers.slice(1).map((error) => wrong('Error', error))).toEqual(['', '']);
  });

  test('silence is given up after ten seconds, and the mail may have gone out', async () => {
    const fake = makeResend();
    fake.failures.push(faults.silence);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) =>
      fake.answer(new Request(input, init)),
    );
    onTestFinished(() => {
      vi.useRealTimers();
      vi.restoreAllMocks();
    });
    const sending = resendMailer('re_key', 'http://resend.test').send(mail, 'report:1');
    await vi.advanceTimersByTimeAsync(10_000);
    const delivery = await sending;
    expect(delivery).toMatchObject({ outcome: 'later' });
    expect(delivery).not.toHaveProperty('refused');
  });

  test.each<[string, string, object?]>([
    ['EmailSentEvent', 'email.sent'],
    ['EmailDeliveredEvent', 'email.delivered'],
    ['EmailDeliveryDelayedEvent', 'email.delivery_delayed'],
    ['EmailBouncedEvent', 'email.bounced', bounce('Permanent')],
    ['EmailComplainedEvent', 'email.complained'],
    ['EmailFailedEvent', 'email.failed', { failed: { reason: 'reached_daily_quota' } }],
    [
      'EmailSuppressedEvent',
      'email.suppressed',
      {
        suppressed: {
          type: 'OnAccountSuppressionList',
          reason: 'previous_bounce',
          message: 'words',
          diagnosticCode: [],
        },
      },
    ],
  ])('the fake’s %s has the published form', (schema, type, more) => {
    const body = eventBody({
      type,
      providerId: '1',
      tags: { mail: 'report_1' },
      ...(more && { more: { ...more } }),
    });
    expect(wrong(schema, JSON.parse(body))).toBe('');
  });
});

describe('against an emulator that others wrote', () => {
  let resend: Emulator;
  beforeAll(async () => {
    resend = await createEmulator({ service: 'resend', port: 0 });
  });
  afterAll(() => resend.close());

  test('a key sent again is the same mail, another body under it is refused, and so is a key too long', async () => {
    const mailer = resendMailer('re_key', resend.url);
    const [first, again] = [
      await mailer.send(mail, 'report:1'),
      await mailer.send(mail, 'report:1'),
    ];
    expect(first).toMatchObject({ outcome: 'sent', providerId: expect.stringMatching(/./) });
    expect(again).toMatchObject(first.outcome === 'sent' ? { providerId: first.providerId } : {});
    const other = await mailer.send({ ...mail, subject: 'Another' }, 'report:1');
    expect(other).toMatchObject({ outcome: 'never', code: '409 invalid_idempotent_request' });
    const long = await mailer.send(mail, 'x'.repeat(257));
    expect(long).toMatchObject({ outcome: 'never', code: '400 invalid_idempotency_key' });
  });
});
