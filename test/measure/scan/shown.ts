import { basename } from 'node:path';
import { readFolder } from '#src/scan/command/folder.ts';
import { groupsOf, shownFirst } from '#src/scan/groups.ts';
import type { Judged } from '#src/scan/measured.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { z } from '#src/zod.ts';

/** What a reader said of each group that the page shows first: of which app, which group, and whether it hurts. */
export const verdictsSchema = z.array(
  z.object({ repo: z.string(), group: z.string(), hurts: z.boolean() }),
);

/** A group that is shown first of an app, with what a reader needs to judge it. */
export interface Shown {
  readonly repo: string;
  /** Its rule and its table, or its place where it has none. */
  readonly group: string;
  readonly says: string;
  readonly places: readonly string[];
}

export const shownOf = (root: string): Shown[] =>
  shownFirst(groupsOf(findingsOf(readFolder(root)))).map(({ key, findings }) => ({
    repo: basename(root),
    group: key,
    says: findings[0]?.says ?? '',
    places: findings.map(({ file, line }) => `${file}:${line}`),
  }));

/**
 * Sums over what is shown of all apps.
 * @throws {Error} which names the groups that nobody judged
 */
export function judged(
  apps: readonly (readonly Shown[])[],
  verdicts: z.infer<typeof verdictsSchema>,
): Judged {
  const said = new Map(verdicts.map(({ repo, group, hurts }) => [`${repo} ${group}`, hurts]));
  const all = apps.flat().map(({ repo, group }) => `${repo} ${group}`);
  const missing = all.filter((one) => !said.has(one));
  if (missing.length > 0) throw new Error(`Judge these first:\n${missing.join('\n')}`);
  return {
    repositories: apps.length,
    told: all.length,
    hurts: all.filter((one) => said.get(one)).length,
  };
}
