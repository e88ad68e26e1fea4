import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MeasuredSet } from '#src/scan/measured.ts';
import type { Finding, RuleId } from '#src/scan/rule.ts';
import { findingsOf } from '#src/scan/scan.ts';
import type { Project } from '#src/scan/project.ts';
import { readFolder } from './folder.ts';
import { KINDS, type Label, type Labels, score, type Together } from './labels.ts';

/** What one rule did in one repository. */
interface Verdict {
  readonly name: string;
  readonly rule: RuleId;
  readonly missed: readonly Label[];
  readonly wrong: readonly Finding[];
}

export interface Evaluation {
  readonly set: MeasuredSet;
  readonly verdicts: readonly Verdict[];
}

/** Told by the functions that stand in no other. */
function inFunctions({ files }: Project): Together {
  const outermost = new Map(
    files.map(({ path, units: [, ...all] }) => [path, all.filter(({ within }) => within === 0)]),
  );
  return (file, line, other) =>
    (outermost.get(file) ?? []).some((unit) =>
      [line, other].every((one) => unit.line <= one && one <= unit.end),
    );
}

/**
 * Runs the rules over the clones that have labels, each in a folder of its repository's name. Only
 * rules of which at least one repository has a label are judged: what nobody looked for cannot be wrong.
 */
export function evaluate(
  clones: string,
  { labelled }: Labels,
  wanted: (name: string) => boolean = () => true,
): Evaluation {
  const there = labelled.filter(
    ({ repo }) => wanted(basename(repo)) && existsSync(join(clones, basename(repo))),
  );
  const rules = new Set(
    there.flatMap(({ labels }) => labels.flatMap(({ kind }) => KINDS[kind]?.rule ?? [])),
  );
  const sums = new Map(
    [...rules].map((rule) => [rule, { rule, right: 0, told: 0, found: 0, there: 0 }]),
  );
  const verdicts: Verdict[] = [];
  for (const { repo, labels } of there) {
    const name = basename(repo);
    const project = readFolder(join(clones, name));
    const findings = findingsOf(project);
    const together = inFunctions(project);
    for (const [rule, sum] of sums) {
      const { hits, wrong, found, missed } = score(rule, labels, findings, together);
      sum.right += hits;
      sum.told += hits + wrong.length;
      sum.found += found;
      sum.there += found + missed.length;
      verdicts.push({ name, rule, missed, wrong });
    }
  }
  return { set: { repositories: there.length, rules: [...sums.values()] }, verdicts };
}
