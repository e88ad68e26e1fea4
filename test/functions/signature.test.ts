import { expect, test } from 'vitest';
import { check, sign } from '#functions/signature.ts';

const secret = 'a secret of at least thirty-two characters';
const now = new Date('2026-11-23T12:00:00Z');
const later = new Date('2026-11-24T12:00:00Z');
const subject = '5f0c1a52-6a3c-4f26-9d0a-2b6f5a4f0b11';

test('a signed link names its subject until it expires', async () => {
  const token = await sign(secret, 'manage-booking', subject, later);
  expect(await check(secret, 'manage-booking', token, now)).toEqual({ ok: true, subject });
  expect(await check(secret, 'manage-booking', token, later)).toEqual({
    ok: false,
    why: 'expired',
  });
});

test('a link with any part altered is refused', async () => {
  const token = await sign(secret, 'manage-booking', subject, later);
  const [id, until, signature] = token.split('.') as [string, string, string];
  const altered = [
    `${id.replace('5', '6')}.${until}.${signature}`,
    `${id}.zzzzzzz.${signature}`,
    `${id}.${until}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    `${id}.${until}.${signature.slice(0, -4)}`,
    `${id}.${until}`,
    `${token}.${signature}`,
    `${id}.${until}.***`,
    '',
    '..',
  ];
  for (const other of altered) {
    expect(await check(secret, 'manage-booking', other, now), other).toEqual({
      ok: false,
      why: 'altered',
    });
  }
});

test('a link that another secret or purpose signed is refused', async () => {
  const foreign = await sign(
    'another secret of thirty-two characters',
    'manage-booking',
    subject,
    later,
  );
  expect(await check(secret, 'manage-booking', foreign, now)).toEqual({
    ok: false,
    why: 'altered',
  });
  const purpose = await sign(secret, 'another-purpose' as 'manage-booking', subject, later);
  expect(await check(secret, 'manage-booking', purpose, now)).toEqual({
    ok: false,
    why: 'altered',
  });
});
