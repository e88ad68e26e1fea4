import type { Facts } from './code/facts.ts';
import { GAP } from './code/value.ts';

/** Of an address the steps, without where the server stands, `api`, a version, and what is asked beside. */
function stepsOf(address: string): string[] {
  const [path = ''] = address.replace(/^\w+:\/\/[^/]*/, '').split(/[?#]/);
  const steps = path.split('/').filter((step) => step !== '' && !/^\(.*\)$/.test(step));
  const from = steps.findLastIndex((step) => /^(api|v\d)$/.test(step));
  return from < 0 ? steps : steps.slice(from + 1);
}

/** `:id`, `[id]`: whatever stands there. */
const isOpen = (step: string): boolean => /^[:*[]/.test(step);

/** A part that only a run knows may be any step. */
const isLike = (step: string, asked: string): boolean =>
  asked === step || isOpen(step) || asked.includes(GAP);

/** Addresses that others may call: a clock, another service, a mail. */
const FROM_OUTSIDE =
  /webhook|callback|cron|health|auth|hook|stripe|paypal|twilio|feed|rss|sitemap|robots|export|download|track|pixel|unsubscribe|confirm|verif|inngest|trpc|graphql|upload|public|embed|widget|\.\.\.|\*/i;

/** Routes that the app asks for, of those that are known, before what it does not ask for counts as unused. */
const ENOUGH = 0.6;
const FEW = 8;

/** `app/api/orders/[id]/route.ts`, `pages/api/orders.ts` → its address */
export function addressOf(path: string): string | undefined {
  const [, app, pages] =
    /(?:^|\/)app\/(api\/.+)\/route\.[cm]?[jt]sx?$|(?:^|\/)pages\/(api\/.+)\.[cm]?[jt]sx?$/.exec(
      path,
    ) ?? [];
  const address = app ?? pages?.replace(/\/index$/, '');
  return address && `/${address}`;
}

/**
 * Tells whether anything in a project asks for a route of its server. Where the addresses that are written
 * out lead to too few of the routes, somebody else asks, and every route counts as asked for.
 */
export function routesAsked(files: readonly Facts[]): (route: string) => boolean {
  const addresses = [...new Set(files.flatMap((file) => file.addresses))].map(stepsOf);
  const asks = (route: string): boolean => {
    const steps = stepsOf(route);
    const isNamed = steps.some((step) => !isOpen(step));
    return !isNamed || FROM_OUTSIDE.test(route) || addresses.some((asked) => leadsTo(asked, steps));
  };
  const routes = files.flatMap(({ path, units }) => [
    ...[addressOf(path) ?? []].flat(),
    ...units.flatMap(({ route }) => route ?? []),
  ]);
  const known = routes.filter(asks).length;
  return routes.length < FEW || known < ENOUGH * routes.length ? () => true : asks;
}

/** Does this address lead to these steps, to their beginning, or to them below others? */
function leadsTo(asked: readonly string[], steps: readonly string[]): boolean {
  const below = asked.slice(-steps.length);
  // A router answers below the address at which it is set.
  if (asked.length > steps.length)
    return steps.every((step, i) => step === below[i] || isOpen(step));
  // What follows may be added elsewhere, as to the key of a query.
  const begins = asked.length === steps.length || asked[0] === steps[0];
  return (
    asked.some((step) => steps.includes(step)) &&
    begins &&
    asked.every((step, i) => isLike(steps[i] ?? '', step))
  );
}
