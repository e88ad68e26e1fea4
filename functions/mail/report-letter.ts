import type { Config } from '#functions/config.ts';
import type { StoredLead } from '#functions/store/leads.ts';
import { LOAD_RANGE } from '#src/capacity/rating.ts';
import { tellTime } from '#src/booking/time.ts';
import { makeReport } from '#src/report/make.ts';
import { beyondSentence, beyondWords } from '#src/report/beyond-words.ts';
import { repairWords } from '#src/report/repair-words.ts';
import { type Defect, GRADES, type Report } from '#src/report/report.ts';
import {
  atOnce,
  bandSentence,
  firstToGive,
  gradeWords,
  inUsers,
  provenanceWords,
  resourceWords,
  riskSentence,
  sentence,
  sureSentence,
  sustainedSentence,
} from '#src/report/words.ts';
import { site } from '#src/site.ts';
import type { Fact, Finding, FootLink, Letter } from './letter.ts';
import { bookLink, reportLink } from './links.ts';

/** What the plate says under the load. */
function plateFacts(report: Report): readonly Fact[] {
  const first = firstToGive(report);
  const { low, high } = report.load;
  return [
    ...(low < high
      ? [{ label: 'Likely between', value: `${inUsers(low)} and ${inUsers(high)}` }]
      : []),
    ...(first ? [{ label: 'First to give', value: first }] : []),
    { label: 'After repair', value: `${inUsers(report.repaired.likely)} users at once` },
  ];
}

/** The parts that give first, each with what happens then. */
const gives = (report: Report): readonly Fact[] =>
  report.gives
    .filter(({ share }) => share > 0)
    .slice(0, 3)
    .map(({ resource, share, load }) => {
      const words = resourceWords(resource, report.answers);
      const at = load.likely < LOAD_RANGE.max ? `, at ${atOnce(load.likely)}` : '';
      return {
        label: words.name,
        value: `First in ${Math.round(share * 100)} of 100 apps with your answers${at}. ${words.gives}`,
      };
    });

const byGrade = (a: Defect, b: Defect) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade);

/** The defects, the gravest first, with what their repair brings. */
const found = (report: Report): readonly Finding[] =>
  [...report.defects].sort(byGrade).map(({ grade, repair, provenance }) => {
    const words = repairWords(repair, report.answers);
    const step = report.plan.find((each) => each.repair === repair);
    return {
      grade,
      tag: gradeWords[grade].name,
      title: words.defect,
      detail: [
        words.means,
        ...(step && step.after > step.before
          ? [`Repaired: ${inUsers(step.before)} → ${inUsers(step.after)} users at once.`]
          : []),
        ...(provenance === 'told' ? [] : [`${provenanceWords[provenance]}.`]),
      ].join(' '),
    };
  });

/** What gives whatever is repaired, and what holds more. */
const beyond = (report: Report): readonly Finding[] =>
  report.beyond.map((one) => {
    const { title, means, steps } = beyondWords(one, report.answers);
    return {
      grade: one.grade,
      tag: gradeWords[one.grade].name,
      title,
      detail: [means, beyondSentence(report, one), ...steps].join(' '),
    };
  });

/** To the visitor: the report as she saw it on the page. @param links her rights, signed */
export function reportLetter(lead: StoredLead, config: Config, links: readonly FootLink[]): Letter {
  const report = makeReport(lead.answers);
  const { answers, load, repaired, target, plan } = report;
  const more = sustainedSentence(report);
  const asked = tellTime(lead.createdAt, lead.createdAt, site.call.timeZone);
  return {
    subject: sentence(report).replace(/\.$/, ''),
    preview: riskSentence(report),
    eyebrow: 'Inspection report',
    title: sentence(report),
    blocks: [
      { kind: 'plate', load, facts: plateFacts(report) },
      {
        kind: 'text',
        text: [riskSentence(report), bandSentence(load), more].filter(Boolean).join(' '),
      },
      {
        kind: 'rulers',
        rulers: [
          { label: 'Today', load },
          { label: 'After repair', load: repaired },
        ],
        target: target.users,
      },
      { kind: 'button', label: 'Open the report', href: reportLink(config, answers), main: false },
      { kind: 'heading', text: 'What gives first' },
      { kind: 'facts', facts: gives(report) },
      { kind: 'heading', text: 'What we found' },
      { kind: 'findings', findings: found(report) },
      ...(plan.length > 0
        ? ([
            { kind: 'heading', text: 'What to do, in this order' },
            {
              kind: 'steps',
              steps: plan.map(({ repair }) => {
                const { title, steps } = repairWords(repair, answers);
                return { title, detail: steps[0] ?? '' };
              }),
            },
          ] as const)
        : []),
      ...(report.beyond.length > 0
        ? ([
            { kind: 'heading', text: 'What no repair here mends' },
            { kind: 'findings', findings: beyond(report) },
          ] as const)
        : []),
      { kind: 'heading', text: 'Go through it with an engineer' },
      {
        kind: 'text',
        text: `${site.call.minutes} minutes, free and without obligation. The engineer has read this report before the call.`,
      },
      { kind: 'button', label: 'Book a free call', href: bookLink(config), main: true },
      { kind: 'text', text: sureSentence(report) },
    ],
    why: `You get this because this address asked for the report at ${site.name} on ${asked.day}. If that was not you, delete it below. Take the links below out before you pass this mail on: they open what we keep of you.`,
    links,
  };
}
