import type { Address, Linked } from './code/facts.ts';
import { GAP } from './code/value.ts';

/** Of an address the steps, without where the server stands, `api`, a version, and what is asked beside. */
function stepsOf(path: string): string[] {
  const [plain = ''] = path.replace(/^\w+:\/\/[^/]*/, '').split(/[?#]/);
  const steps = plain.split('/').filter((step) => step !== '' && !/^\(.*\)$/.test(step));
  const from = steps.findLastIndex((step) => /^(api|v\d)$/.test(step));
  return from < 0 ? steps : steps.slice(from + 1);
}

/** `:id`, `[id]`: whatever stands there. */
const isOpen = (step: string): boolean => /^[:*[]/.test(step);

/** A part that only a run knows may be any step. */
const isLike = (step: string, asked: string): boolean =>
  asked === step || isOpen(step) || asked.includes(GAP);

/** Does this address lead to these steps, to their beginning, or to them below others? */
function leads(asked: readonly string[], steps: readonly string[]): boolean {
  const below = asked.slice(-steps.length);
  // A router answers below the address at which it is set.
  if (asked.length > steps.length)
    return steps.every(
      (step, i) =>
        step === below[i] || isOpen(step) || (isOpen(steps[0] ?? '') && below[i]?.includes(GAP)),
    );
  // What follows may be added elsewhere, as to the key of a query.
  const begins = asked.length === steps.length || asked[0] === steps[0];
  return (
    asked.some((step) => steps.includes(step)) &&
    begins &&
    asked.every((step, i) => isLike(steps[i] ?? '', step))
  );
}

/** Addresses that others may call: a clock, another service, a mail. */
const FROM_OUTSIDE =
  /webhook|callback|cron|health|auth|hook|stripe|paypal|twilio|feed|rss|sitemap|robots|export|download|track|pixel|unsubscribe|confirm|verif|inngest|trpc|graphql|upload|public|embed|widget|\.\.\.|\*/i;

const METHODS = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** `app/api/orders/[id]/route.ts`, `pages/api/orders.ts` → its address */
export function pathOf(file: string): string | undefined {
  const [, app, pages] =
    /(?:^|\/)app\/(api\/.+)\/route\.[cm]?[jt]sx?$|(?:^|\/)pages\/(api\/.+)\.[cm]?[jt]sx?$/.exec(
      file,
    ) ?? [];
  const path = app ?? pages?.replace(/\/index$/, '');
  return path && `/${path}`;
}

/** A route that a file answers by its place, and the name under which it hands out what answers. */
export interface Placed {
  readonly route: Address;
  readonly name: string;
}

/** What a file answers by its place, verb by verb where it hands out one for each. */
export function placedIn({ path: file, names }: Linked): Placed[] {
  const path = pathOf(file);
  if (path === undefined) return [];
  const verbs = [...names.keys()].filter((name) => METHODS.test(name));
  return verbs.length > 0
    ? verbs.map((verb) => ({ route: { path, verb }, name: verb }))
    : [{ route: { path }, name: 'default' }];
}

/** Routes that the app asks for, of those that are known, before what it does not ask for counts as unused. */
const ENOUGH = 0.6;
const FEW = 8;

/** A route by its words, as others ask for it. */
export const nameOf = ({ path, verb = '' }: Address): string => `${verb} ${path}`;

/** Stands for the routes that begin with a name which only a run knows. */
const ANY = '';

interface Route extends Address {
  readonly steps: readonly string[];
}

/**
 * The routes of a project's own server, and which of them an address leads to. Where the addresses that are
 * written out lead to too few of the routes, somebody else asks, and every route counts as asked for.
 */
export class Routes {
  /** By each of its steps. */
  readonly #byStep = new Map<string, Set<Route>>();
  readonly #known: boolean;

  /** @param whole whether every file that may ask was read */
  constructor(files: readonly Linked[], whole: boolean) {
    const all = files.flatMap((file) => [
      ...placedIn(file).map(({ route }) => route),
      ...file.units.flatMap(({ route }) => route ?? []),
    ]);
    for (const route of all) this.#add({ ...route, steps: stepsOf(route.path) });
    const addresses = files.flatMap(({ units }) => units.flatMap((unit) => unit.addresses));
    const asked = new Set(addresses.flatMap((address) => this.leadsTo(address)).map(nameOf));
    const met = all.filter((route) => asked.has(nameOf(route)) || this.#isFree(route));
    this.#known = whole && all.length >= FEW && met.length >= ENOUGH * all.length;
  }

  #add(route: Route) {
    const [first = ''] = route.steps;
    for (const step of isOpen(first) ? [...route.steps, ANY] : route.steps) {
      const same = this.#byStep.get(step) ?? new Set();
      this.#byStep.set(step, same.add(route));
    }
  }

  /** Asked for by others, or nobody can tell whether. */
  #isFree = ({ path }: Address): boolean =>
    FROM_OUTSIDE.test(path) || stepsOf(path).every((step) => isOpen(step));

  /** Is it asked for, whatever the app's own code does? */
  isAsked = (route: Address): boolean => !this.#known || this.#isFree(route);

  /** The routes that an address may mean. */
  leadsTo({ path, verb }: Address): Address[] {
    const asked = stepsOf(path);
    const near = new Set([...asked, ANY].flatMap((step) => [...(this.#byStep.get(step) ?? [])]));
    return [...near].filter(
      (route) =>
        (verb === undefined || route.verb === undefined || verb === route.verb) &&
        leads(asked, route.steps),
    );
  }
}
