import type { Config } from '#functions/config.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { questions } from '#src/quiz/questions.ts';
import { makeReport } from '#src/report/make.ts';
import { beyondWords } from '#src/report/beyond-words.ts';
import { repairWords } from '#src/report/repair-words.ts';
import { firstToGive, inUsers } from '#src/report/words.ts';
import type { Fact } from './letter.ts';
import { reportLink } from './links.ts';

const builder = (answers: Answers) =>
  questions
    .find(({ id }) => id === 'builder')
    ?.options.find(({ value }) => value === answers.builder);

/** What the owner wants to know first about an app, the hottest first. */
export function reportFacts(answers: Answers, config: Config): readonly Fact[] {
  const report = makeReport(answers);
  const dangerous = [
    ...report.defects.map((one) => ({ ...one, title: repairWords(one.repair, answers).defect })),
    ...report.beyond.map((one) => ({ ...one, title: beyondWords(one, answers).title })),
  ].filter(({ grade }) => grade === 'dangerous');
  return [
    { label: 'Rated load', value: `${inUsers(report.load.likely)} users at once` },
    { label: 'Plans for', value: `${inUsers(report.target.users)} at once` },
    { label: 'Risk', value: `${report.risk} of 100` },
    { label: 'First to give', value: firstToGive(report) ?? 'Nothing within the range' },
    {
      label: 'Dangerous',
      value: dangerous.map(({ title }) => title).join('; ') || 'Nothing',
    },
    { label: 'After repair', value: `${inUsers(report.repaired.likely)} users at once` },
    { label: 'Built with', value: builder(answers)?.label ?? 'Not said' },
    { label: 'Report', value: 'Open the report', href: reportLink(config, answers) },
  ];
}
