/** What the app bears with some repairs done, in sentences. Pure text. */
import { LOAD_RANGE } from '#src/capacity/rating.ts';
import { effort, inMonthly } from './cost-words.ts';
import type { Report } from './report.ts';
import type { Scenario } from './scenario.ts';
import { atOnce, planned } from './words.ts';

/** "with 3 of 8 repairs" */
export function doneWords({ plan }: Report, { repairs }: Scenario): string {
  if (repairs.length === 0) return 'with no repair';
  if (plan.length === 1) return 'with the repair';
  return repairs.length === plan.length
    ? `with all ${plan.length} repairs`
    : `with ${repairs.length} of ${plan.length} repairs`;
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The one sentence, for the repairs that are switched on. */
export function scenarioSentence(report: Report, scenario: Scenario): string {
  const { likely } = scenario.load;
  const holds = likely >= LOAD_RANGE.max ? 'it holds' : 'it gives at';
  const wish =
    report.target.provenance === 'assumed'
      ? `we rated it for ${planned(report)}`
      : `you plan for ${planned(report)}`;
  return `${capital(doneWords(report, scenario))} ${holds} ${atOnce(likely)}; ${wish}.`;
}

/** The risk that is left. */
export function leftSentence(report: Report, { risk }: Scenario): string {
  const crowd = `${planned(report)} users at once`;
  if (risk === 0) return `Then none of 100 apps with your answers would break at ${crowd}.`;
  return `Then ${crowd} would break ${risk} of 100 apps with your answers, in place of ${report.risk}.`;
}

/** What it takes and what it costs each month. */
export function costSentence(report: Report, { work, monthly, repairs }: Scenario): string {
  const plan = `At ${planned(report)} users at once the services cost ${inMonthly(monthly)}.`;
  return repairs.length === 0 ? plan : `The repairs take an engineer ${effort(work)}. ${plan}`;
}
