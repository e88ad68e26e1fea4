/** What a call about a report should settle. Pure text. */
import type { Answers } from '#src/quiz/answers.ts';
import { backendOf, type Question, questions, UNKNOWN } from '#src/quiz/questions.ts';
import { repairWords } from './repair-words.ts';
import type { RepairId } from './repairs.ts';
import type { Report } from './report.ts';
import { firstToGive, inUsers, planned } from './words.ts';

export interface Agenda {
  /** Three questions to settle. */
  readonly settle: readonly string[];
  readonly bring: readonly string[];
  /** What she can do alone before the call. */
  readonly alone: readonly string[];
}

/** From this ratio of its ends on, narrowing the band is worth a question. */
const WIDE = 10;

const paid: readonly RepairId[] = [
  'bigger-plan',
  'bigger-server',
  'pay-as-you-go',
  'more-workload',
];

const dashboards: Readonly<Record<string, string>> = {
  supabase: 'The Supabase dashboard, signed in: Reports, and Database, Query performance.',
  firebase: 'The Firebase console, signed in: Firestore, Usage.',
  postgres: 'Your database provider’s dashboard, signed in.',
  bubble: 'The Bubble editor, signed in: Logs, App metrics.',
};

const open = (answers: Answers) =>
  (questions as readonly Question[]).filter(
    ({ id, area }) => area !== 'app' && answers[id as keyof Answers] === UNKNOWN,
  );

function settle(report: Report): string[] {
  const { plan, answers, repaired, target, load } = report;
  const [first] = plan;
  const crowd = `${planned(report)} users at once`;
  const larger = plan.find(({ repair }) => paid.includes(repair));
  return [
    first
      ? `Is “${repairWords(first.repair, answers).title}” the right first step, and what else does it touch?`
      : `What gives first in fact, if not ${firstToGive(report)?.toLowerCase() ?? 'what was rated'}?`,
    repaired.likely < target.users
      ? `All repairs come to about ${inUsers(repaired.likely)}: what would hold ${crowd}?`
      : larger
        ? `Is a larger plan needed for ${crowd}, or do the repairs of the code suffice?`
        : `Which repairs do ${crowd} need before the launch, and which can wait?`,
    load.high > WIDE * load.low
      ? `The load may lie between ${inUsers(load.low)} and ${inUsers(load.high)}: what settles it soonest, a look at the code or a load test?`
      : 'Which figure tells in time that the app is about to give, and who watches it?',
  ];
}

/** The agenda of the free call, from what the report found and what it could not. */
export function agendaOf(report: Report): Agenda {
  const { answers, defects } = report;
  const backend = backendOf(answers);
  const measured = defects.some(({ provenance }) => provenance === 'measured');
  const [unsaid] = open(answers).filter(({ help }) => help);
  const [worst] = report.plan;
  return {
    settle: settle(report),
    bring: [
      backend ? (dashboards[backend] ?? '') : 'The dashboard of your database, signed in.',
      backend === 'bubble'
        ? 'The page that your visitors use most, open in the editor.'
        : 'The code: the project in your tool, or its repository.',
      'The day of your launch, and how many people you expect on it.',
    ],
    alone: [
      ...(unsaid ? [`Find out: “${unsaid.title}” ${unsaid.help}`] : []),
      ...(backend !== 'bubble' && !measured
        ? ['Let the scan on this site read your code; it stays in your browser.']
        : []),
      worst
        ? `Read what “${repairWords(worst.repair, answers).defect}” means, above, and try its proof.`
        : 'Write down what happened the last time the app was slow.',
    ],
  };
}

/** The three questions in one line, as the note of a booking. */
export const agendaNote = ({ settle: all }: Agenda): string =>
  all.map((question, at) => `${at + 1}. ${question}`).join(' ');
