import { weightOf } from '#src/scan/rank.ts';
import { type Finding, RULES } from '#src/scan/rule.ts';
import { site } from '#src/site.ts';

/** From this weight on a finding is a warning; below it a note. */
const WARNING = 40;

/** Findings in SARIF 2.1.0, which GitHub and editors show beside the code. */
export function sarifOf(findings: readonly Finding[]) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: site.name,
            informationUri: `${site.url}/scan/`,
            rules: RULES.map((id) => ({ id, helpUri: `${site.url}/scan/rules/#${id}` })),
          },
        },
        results: findings.map((finding) => ({
          ruleId: finding.rule,
          level: weightOf(finding) >= WARNING ? 'warning' : 'note',
          message: { text: finding.says },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(finding.file) },
                region: { startLine: Math.max(1, finding.line) },
              },
            },
          ],
        })),
      },
    ],
  };
}
