import type { Facts } from './code/facts.ts';
import { broughtBy, lastOf, type Modules } from './modules.ts';
import { isJob } from './staff.ts';

/** Named for what somebody tries, looks up or mends once. */
const NAMED =
  /(^|\/)((test|check|verify|debug|fix|remove|inspect|diagnose|dedupe|reset)([-_][^/]*)?|[^/]+[-_](test|check))\.[cm]?[jt]s$/i;
/** What a framework, a platform, a clock or a loader of commands runs by its place. */
const PLACED =
  /(^|\/)(pages|routes|api|app|functions|jobs?|cron|workers?|tasks|commands|events|plugins|middlewares?)\//i;
/** Runs by Node and not by a page, waits for nobody, and hands nothing to others. */
const BY_NODE = /\brequire\s*\(|\bprocess\.\w|^#!|\bfrom\s+['"](node:|dotenv|pg['"])/;
const WAITS = /\.listen\(|\b(setInterval|schedule|createServer|serve)\(/;
const HANDS_OUT = /^\s*export\b|\bexports\b/m;

/** Is it, by its name and its text, run by hand? Whether another file brings it in is not told here. */
export const looksRunByHand = (path: string, text: string): boolean =>
  NAMED.test(path) &&
  !PLACED.test(path) &&
  !isJob(path) &&
  BY_NODE.test(text) &&
  !WAITS.test(text) &&
  !HANDS_OUT.test(text);

/** Without those that look run by hand, that no other file brings in and no package's scripts start. */
export function withoutScripts(
  files: readonly Facts[],
  suspects: ReadonlySet<string>,
  modules: Modules,
  packages: readonly string[],
): readonly Facts[] {
  const brought = new Set(
    files.flatMap((file) =>
      broughtBy(file).map((source) => modules.find(file.path, source)?.path ?? lastOf(source)),
    ),
  );
  const stays = (path: string): boolean =>
    brought.has(path) ||
    brought.has(lastOf(path)) ||
    packages.some((text) => text.includes(lastOf(path)));
  return files.filter(({ path }) => !suspects.has(path) || stays(path));
}
