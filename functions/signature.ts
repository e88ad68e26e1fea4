/**
 * Signed links: a token names one subject for one purpose until a time, and cannot be altered or used
 * for anything else. Form: `subject.expiry.signature`, HMAC-SHA-256 over purpose, subject and expiry.
 */
export type Purpose =
  | 'manage-booking'
  | 'your-data'
  | 'owner-data'
  | 'erase-data'
  | 'unsubscribe'
  /** Says for which lead a call is booked where the visitor could write anything. */
  | 'book-for-lead';

export type Checked =
  | { readonly ok: true; readonly subject: string }
  | { readonly ok: false; readonly why: 'altered' | 'expired' };

const bytes = (text: string) => new TextEncoder().encode(text);

const key = (secret: string) =>
  crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);

// The separator cannot be part of a purpose or an expiry, so no two triples give the same message.
const message = (purpose: Purpose, subject: string, expires: string) =>
  bytes(`${purpose}\n${expires}\n${subject}`);

const encode = (buffer: ArrayBuffer) =>
  new Uint8Array(buffer).toBase64({ alphabet: 'base64url', omitPadding: true });

/** @param subject an id without a dot · @param expires the moment from which the token is refused */
export async function sign(
  secret: string,
  purpose: Purpose,
  subject: string,
  expires: Date,
): Promise<string> {
  const until = Math.floor(expires.getTime() / 1000).toString(36);
  const signature = await crypto.subtle.sign(
    'HMAC',
    await key(secret),
    message(purpose, subject, until),
  );
  return `${subject}.${until}.${encode(signature)}`;
}

/** Whom the token names, or why it is refused. Compares in constant time. */
export async function check(
  secret: string,
  purpose: Purpose,
  token: string,
  now: Date,
): Promise<Checked> {
  const [subject, until, given, ...rest] = token.split('.');
  if (!subject || !until || !given || rest.length > 0) return { ok: false, why: 'altered' };
  let signature: Uint8Array;
  try {
    signature = Uint8Array.fromBase64(given, { alphabet: 'base64url' });
  } catch {
    return { ok: false, why: 'altered' };
  }
  const genuine = await crypto.subtle.verify(
    'HMAC',
    await key(secret),
    signature,
    message(purpose, subject, until),
  );
  if (!genuine) return { ok: false, why: 'altered' };
  return Number.parseInt(until, 36) * 1000 > now.getTime()
    ? { ok: true, subject }
    : { ok: false, why: 'expired' };
}

/** A name for something that only the holder of the secret can find again. */
export async function keyed(secret: string, what: string): Promise<string> {
  return encode(await crypto.subtle.sign('HMAC', await key(secret), bytes(`name\n${what}`)));
}

/** Whether `signature`, in hex, is the HMAC-SHA-256 of these bytes. Compares in constant time. */
export async function isSigned(
  secret: string,
  signature: string,
  body: ArrayBuffer,
): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false;
  return crypto.subtle.verify('HMAC', await key(secret), Uint8Array.fromHex(signature), body);
}
