import type { Config } from '#functions/config.ts';
import type { StoredLead } from '#functions/store/leads.ts';
import { tellTime } from '#src/booking/time.ts';
import { makeReport } from '#src/report/make.ts';
import { repairWords } from '#src/report/repair-words.ts';
import { GRADES, type Report } from '#src/report/report.ts';
import { sentence, stepSentence } from '#src/report/words.ts';
import { site } from '#src/site.ts';
import type { FootLink, Letter } from './letter.ts';
import { bookLink, reportLink } from './links.ts';

/** Her first defect: the first repair of the plan, else the gravest finding; nothing where all is well. */
const firstOf = ({ plan, defects }: Report) =>
  plan[0]?.repair ??
  defects.toSorted((a, b) => GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade))[0]?.repair;

/** Whether there is something to remind her of. */
export const hasReminders = (report: Report) => firstOf(report) !== undefined;

/** To the visitor, some days after her report: how to make the first repair, then whether it is made. */
export function reminderLetter(
  lead: StoredLead,
  which: 'first' | 'second',
  config: Config,
  links: readonly FootLink[],
): Letter | undefined {
  const report = makeReport(lead.answers);
  const repair = firstOf(report);
  if (!repair) return undefined;
  const words = repairWords(repair, lead.answers);
  const step = report.plan[0];
  const { day } = tellTime(lead.createdAt, lead.createdAt, site.call.timeZone);
  const { first, second } = site.followUp.reminderDays;
  const call = `${site.call.minutes} minutes, free and without obligation. The engineer has read your report before the call.`;
  const open = reportLink(config, lead.answers);
  const book = {
    kind: 'button',
    label: 'Book a free call',
    href: bookLink(config),
    main: true,
  } as const;
  const common = { eyebrow: `About your report of ${day}`, links };

  if (which === 'first') {
    return {
      ...common,
      subject: `Where to begin: ${words.title}`,
      preview: words.means,
      title: words.title,
      blocks: [
        {
          kind: 'text',
          text: `Your report says: ${sentence(report)} This is the first repair of its plan.`,
        },
        { kind: 'heading', text: words.defect },
        { kind: 'text', text: words.means },
        { kind: 'heading', text: 'How to mend it' },
        { kind: 'steps', steps: words.steps.map((title) => ({ title })) },
        ...(step ? [{ kind: 'text', text: `What it brings: ${stepSentence(step)}` } as const] : []),
        {
          kind: 'button',
          label: 'How it works, with code and a check',
          href: `${config.url}/scaling-issues/#${words.anchor}`,
          main: false,
        },
        { kind: 'heading', text: 'Or go through it with an engineer' },
        { kind: 'text', text: call },
        book,
      ],
      why: `You get this because this address asked for a report at ${site.name} and agreed to up to two reminders. This is the first; the other one comes in ${second - first} days.`,
    };
  }
  return {
    ...common,
    subject: `Is it mended? ${words.defect}`,
    preview: `Rate your app again to see what it holds now, or ask an engineer.`,
    title: 'Is the first repair made?',
    blocks: [
      { kind: 'text', text: `On ${day} your report said: ${sentence(report)}` },
      {
        kind: 'facts',
        facts: [
          { label: 'First defect', value: words.defect },
          { label: 'Its repair', value: words.title },
          ...(step ? [{ label: 'What it brings', value: stepSentence(step) }] : []),
        ],
      },
      {
        kind: 'text',
        text: 'If it is made, rate your app again: something else gives first now, and the plan goes on from there.',
      },
      { kind: 'button', label: 'Open the report', href: open, main: false },
      { kind: 'heading', text: 'If it is not made yet' },
      { kind: 'text', text: `Say what keeps you from it; that is what the call is for. ${call}` },
      book,
    ],
    why: `You get this because this address asked for a report at ${site.name} and agreed to up to two reminders. This is the last one.`,
  };
}
