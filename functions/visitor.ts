import type { Context } from 'hono';
import type { App } from './answer.ts';
import { keyed } from './signature.ts';

/** The network that a visitor comes from: an IPv4 address, or the /64 that a household has of IPv6. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail?.split(':').filter(Boolean) ?? [];
  const all = [
    ...groups,
    ...Array(Math.max(0, 8 - groups.length - rest.length)).fill('0'),
    ...rest,
  ];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** A stand-in for the visitor's network, good for one day: nobody can tell the network from it. */
export const visitorOf = (c: Context<App>, now: Date) =>
  hashed(c, `visitor ${networkOf(c.req.header('cf-connecting-ip') ?? '')}`, now);

/** A stand-in for a mailbox: what follows a plus sign leads to the same one. */
export const mailboxOf = (c: Context<App>, email: string, now: Date) =>
  hashed(c, `mailbox ${email.toLowerCase().replace(/\+[^@]*(?=@)/, '')}`, now);

const hashed = (c: Context<App>, what: string, now: Date) =>
  keyed(c.get('config').linkSecret, `${now.toISOString().slice(0, 10)} ${what}`);
