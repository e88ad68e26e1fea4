import { readFolder } from '#src/scan/command/folder.ts';
import { RULES, type RuleId } from '#src/scan/rule.ts';
import { findingsOf } from '#src/scan/scan.ts';
import { type Summary, summaryOf } from '#src/scan/summary.ts';

/** What is counted of one app. */
export interface App {
  readonly summary: Summary;
  /** Findings of each rule. */
  readonly found: Readonly<Record<RuleId, number>>;
  readonly foreignKeys: number;
  /** Rules for reading and changing rows that ask who the visitor is. */
  readonly askingPolicies: number;
}

const ASKS = /\bauth\s*\.\s*(uid|jwt|role|email)\s*\(|\bcurrent_setting\s*\(/i;

/** An app as the scan sees it, from the folder of a clone. */
export function readApp(root: string): App {
  const project = readFolder(root);
  const findings = findingsOf(project);
  const tables = [...project.schema.tables.values()].filter(({ complete }) => complete);
  const count = (rule: RuleId) => findings.filter((finding) => finding.rule === rule).length;
  return {
    summary: summaryOf(project),
    found: Object.fromEntries(RULES.map((rule) => [rule, count(rule)])) as App['found'],
    foreignKeys: tables
      .filter(({ name }) => !name.includes('.'))
      .reduce((sum, table) => sum + table.foreignKeys.length, 0),
    askingPolicies: tables
      .flatMap(({ policies }) => policies)
      .filter(({ command, using }) => command !== 'insert' && using && ASKS.test(using)).length,
  };
}
