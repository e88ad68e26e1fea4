import { basename } from 'node:path';
import { askedFor } from '#src/scan/asked.ts';
import { readFolder } from '#src/scan/command/folder.ts';
import { groupsOf, shownFirst } from '#src/scan/groups.ts';
import type { MeasuredScan } from '#src/scan/measured.ts';
import { withWord } from '#src/scan/rank.ts';
import type { Finding } from '#src/scan/rule.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { SIZES } from '#src/scan/size.ts';
import { z } from '#src/zod.ts';

/** What a reader said of each group that the page shows first: of which app, which group, and whether it hurts. */
export const verdictsSchema = z.array(
  z.object({ repo: z.string(), group: z.string(), hurts: z.boolean() }),
);
/** How long tables get, app by app, as a reader says in the place of the owner. */
export const wordsSchema = z.record(z.string(), z.record(z.string(), z.enum(SIZES)));
type Words = z.infer<typeof wordsSchema>;

/** A group that is shown first of an app, with what a reader needs to judge it. */
interface Shown {
  readonly repo: string;
  /** Its rule and its table, or its place where it has none. */
  readonly group: string;
  readonly says: string;
  readonly places: readonly string[];
}

/** What the page shows first of an app, before and after its owner says how long the tables get. */
export interface ShownFirst {
  readonly repo: string;
  /** The tables that she is asked for. */
  readonly asked: readonly string[];
  readonly before: readonly Shown[];
  readonly after: readonly Shown[];
}

const firstOf = (repo: string, findings: readonly Finding[]): Shown[] =>
  shownFirst(groupsOf(findings)).map(({ key, findings: all }) => ({
    repo,
    group: key,
    says: all[0]?.says ?? '',
    places: all.map(({ file, line }) => `${file}:${line}`),
  }));

export function shownOf(root: string, words: Words = {}): ShownFirst {
  const repo = basename(root);
  const findings = findingsOf(readFolder(root));
  return {
    repo,
    asked: askedFor(findings).map(({ table }) => table),
    before: firstOf(repo, findings),
    after: firstOf(repo, withWord(findings, words[repo] ?? {})),
  };
}

/**
 * Sums over what is shown of all apps.
 * @throws {Error} which names the groups that nobody judged
 */
export function judged(
  apps: readonly ShownFirst[],
  verdicts: z.infer<typeof verdictsSchema>,
): MeasuredScan['onlyShown'][number] {
  const said = new Map(verdicts.map(({ repo, group, hurts }) => [`${repo} ${group}`, hurts]));
  const keys = (of: 'before' | 'after') =>
    apps.flatMap((app) => app[of].map(({ repo, group }) => `${repo} ${group}`));
  const missing = [...keys('before'), ...keys('after')].filter((one) => !said.has(one));
  if (missing.length > 0) throw new Error(`Judge these first:\n${missing.join('\n')}`);
  const sum = (all: readonly string[]) => ({
    told: all.length,
    hurts: all.filter((one) => said.get(one)).length,
  });
  return { repositories: apps.length, ...sum(keys('before')), withWord: sum(keys('after')) };
}
