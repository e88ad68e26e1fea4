import type { Answers } from '#src/quiz/answers.ts';
import { makeReport } from './make.ts';
import { repairWords } from './repair-words.ts';
import type { Report } from './report.ts';
import { firstToGive, inUsers } from './words.ts';

export interface Comparison {
  /** The earlier app, rated today: same model, same target. */
  readonly before: Report;
  readonly rows: readonly {
    readonly name: string;
    readonly before: string;
    readonly now: string;
  }[];
  /** Defects by name. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
  readonly left: readonly string[];
}

/** What changed since an earlier report. Both are rated by the same model, for the same target. */
export function compare(earlier: Answers, now: Report): Comparison {
  const before = makeReport({ ...earlier, target: now.answers.target });
  const row = (name: string, say: (report: Report) => string) => ({
    name,
    before: say(before),
    now: say(now),
  });
  const names = (of: Report, among: (repair: string) => boolean) =>
    of.defects
      .filter(({ repair }) => among(repair))
      .map(({ repair }) => repairWords(repair, of.answers).defect);
  const has = (of: Report) => (repair: string) => of.defects.some((one) => one.repair === repair);
  const [had, have] = [has(before), has(now)];
  return {
    before,
    rows: [
      row('Rated load', ({ load }) => inUsers(load.likely)),
      row('Likely between', ({ load }) => `${inUsers(load.low)} and ${inUsers(load.high)}`),
      row('Breaks, of 100', ({ risk }) => String(risk)),
      row('First to give', (report) => firstToGive(report) ?? 'Nothing within the range'),
      row('When all is repaired', ({ repaired }) => inUsers(repaired.likely)),
    ],
    gone: names(before, (repair) => !have(repair)),
    added: names(now, (repair) => !had(repair)),
    left: names(now, had),
  };
}
