import type { Project } from './project.ts';
import { ranked } from './rank.ts';
import type { Finding } from './rule.ts';
import { rules } from './rules/all.ts';
import { sized, sizesOf } from './size.ts';

/** Every finding of every rule, the heaviest first. */
export const findingsOf = (project: Project): Finding[] =>
  ranked(
    sized(
      Object.values(rules)
        .flatMap((rule) => rule.find(project))
        .map((one) => (project.uses.isUnused(one.file, one.line) ? { ...one, unused: true } : one)),
      sizesOf(project.schema),
      // The database counts all rows of a table, whatever a company has of it.
      new Set(),
    ),
  );
