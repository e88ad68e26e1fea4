import type { Linked } from './code/facts.ts';
import { broughtBy, type Modules } from './modules.ts';
import type { Packages } from './packages.ts';

/** Folders of parts that do nothing unless another file brings them in. */
const PART =
  /(^|\/)(components?|hooks|lib|libs|utils|helpers|services|contexts?|providers|stores?)\//;
/** Likewise, where the app itself says at which address it shows each. */
const PAGE = /(^|\/)(pages|screens)\//;
/** What a platform calls by its place, and what a framework does. */
const PLACED = /^api\//;
const FRAMED =
  /(^|\/)(pages|routes|screens)\/|(^|\/)(page|layout|route|template|default|(global-)?error|loading|not-found|middleware|proxy|instrumentation|sitemap|robots|manifest|[a-z]+-image|(apple-)?icon)\.[cm]?[jt]sx?$/;
const EXPO = /(^|\/)app\//;
/** What is started by its name. */
const STARTED = /(^|\/)(main|index|app|server|worker|sw)(\.\w+)*\.[cm]?[jt]sx?$/i;

const ROUTER = /^(react-router(-dom)?|wouter|@react-navigation\/native)$/;
/** Shows what lies in the folder of pages without being told of it. */
const BY_FILE =
  /^(next|nuxt|astro|gatsby|expo-router|vike|waku|umi|blitz)$|^@(remix-run|react-router|redwoodjs|sveltejs|solidjs)\/|^@tanstack\/.*(router|start)|generouted|^vite-plugin-(pages|ssr)|file-rout/;

/** Does the app itself bring in the pages that it shows? Where no package tells of it, it may not. */
const bringsPages = ({ names }: Packages): boolean =>
  [...names].some((one) => ROUTER.test(one)) && ![...names].some((one) => BY_FILE.test(one));

/** A file that runs by itself, and whether something that is not read calls what it hands out. */
export interface Start {
  readonly file: Linked;
  readonly called: boolean;
}

/** Folders of code that does nothing by itself, where it only declares things under names. */
const HELD = /(^|\/)(server|client|src|backend)\//;
/** What a platform or a tool calls, whatever it is called. */
const CALLED = /(^|\/)(functions|api|convex|jobs?|tasks?|trigger|workers?|scripts?|cron)\//;

/** Hands out things by their names, does nothing itself, and stands where the app keeps its parts. */
const isHeld = ({ path, names, units: [file] }: Linked): boolean =>
  HELD.test(path) &&
  !CALLED.test(path) &&
  names.size > 0 &&
  !names.has('default') &&
  file?.mentions.length === 0;

/** @param whole whether every file that can bring in another was read */
export function startsOf(
  files: readonly Linked[],
  modules: Modules,
  packages: Packages,
  whole: boolean,
): Start[] {
  const routed = bringsPages(packages);
  const expo = packages.names.has('expo-router');
  const brought = new Set<Linked>(
    files.flatMap((file) => broughtBy(file).flatMap((source) => modules.all(file.path, source))),
  );
  /** Else a part of an app was given, and what starts it is not there. */
  const begins = files.some((file) => STARTED.test(file.path) && broughtBy(file).length > 0);
  const startOf = (file: Linked): Start[] => {
    const { path, units } = file;
    const framed = !routed && (FRAMED.test(path) || (expo && EXPO.test(path)));
    if (!whole || framed || PLACED.test(path)) return [{ file, called: true }];
    if (routed && PAGE.test(path)) return [];
    const started = STARTED.test(path);
    if (PART.test(path)) return started && !brought.has(file) ? [{ file, called: true }] : [];
    if (begins && !started && !brought.has(file) && isHeld(file)) return [];
    // What only passes others on is called by those that bring it in.
    return [{ file, called: !brought.has(file) || (started && units.length > 1) }];
  };
  return files.flatMap(startOf);
}
