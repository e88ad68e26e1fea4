/** What a report says, in a founder's words: on the page, in the mail, on paper. Pure text. */
import { type Estimate, LOAD_RANGE, type Resource } from '#src/capacity/rating.ts';
import type { Answers } from '#src/quiz/answers.ts';
import { type Area, backendOf } from '#src/quiz/questions.ts';
import { users } from '#src/ui/number.ts';
import type { Grade, PlanStep, Provenance, Report } from './report.ts';

/** A number of users as it is written everywhere: two significant digits, "100,000+" at the end of the range. */
export const inUsers = (count: number): string => users(Math.max(1, count));

/** "about 340 users at once", "a single user", "100,000+ users at once". */
export function atOnce(count: number): string {
  if (count >= LOAD_RANGE.max) return `${inUsers(count)} users at once`;
  return count < 2 ? 'a single user' : `about ${inUsers(count)} users at once`;
}

/** The target stands as it was chosen, not as an estimate. */
export const planned = ({ target }: Report): string => target.users.toLocaleString('en');

/** The one sentence: where the app gives, and what is planned for. */
export function sentence(report: Report): string {
  const { load, target } = report;
  const end =
    target.provenance === 'assumed'
      ? `we rated it for ${planned(report)}, since you named no number.`
      : `you plan for ${planned(report)}.`;
  const start = load.likely >= LOAD_RANGE.max ? 'Holds' : 'Gives at';
  return `${start} ${atOnce(load.likely)}; ${end}`;
}

/** The risk score as a count of apps. */
export function riskSentence(report: Report): string {
  const crowd = `${planned(report)} users at once`;
  if (report.risk === 0) return `None of 100 apps with your answers would break at ${crowd}.`;
  if (report.risk === 100) return `All of 100 apps with your answers would break at ${crowd}.`;
  return `In ${report.risk} of 100 apps with your answers, ${crowd} would break it.`;
}

/** The risk of one area, when all else keeps its place in the plan. */
export function areaSentence(report: Report, area: Area): string {
  const risk = report.areas.find((each) => each.area === area)?.risk ?? 0;
  const crowd = `${planned(report)} users at once`;
  if (risk === 0) return `Breaks none of 100 apps with your answers at ${crowd}.`;
  return `Has a part in breaking ${risk} of 100 apps with your answers at ${crowd}.`;
}

/** The band of an estimate: where eight in ten of the apps lie. */
export function bandSentence({ low, high }: Estimate): string {
  if (low === high) return `Nearly all apps with your answers lie at ${inUsers(low)}.`;
  return `Eight in ten apps with your answers lie between ${inUsers(low)} and ${inUsers(high)}.`;
}

/** What the width of the band means for her. */
export function widthSentence({ low, high }: Estimate): string {
  const times = high / Math.max(1, low);
  if (times < 3) return 'That is as narrow as answers can make it.';
  const wide = `Between the ends lies a factor of ${inUsers(times)}`;
  return times < 10
    ? `${wide}: good enough to plan by.`
    : `${wide}: take it as a direction, and the order of the repairs as the firmer part.`;
}

/** The second rated load of a shared processor; nothing where there is one load only. */
export function sustainedSentence({ sustained }: Report): string | undefined {
  if (!sustained) return undefined;
  return `The plan shares its processor and lends speed for busy hours. Once that credit is used up, it gives at ${atOnce(sustained.likely)}.`;
}

/** People in today's busiest minute; nothing where nobody uses it yet. */
export function todaySentence({ today }: Report): string | undefined {
  if (!today) return undefined;
  const people = today.likely < 2 ? 'one person' : `about ${inUsers(today.likely)} people`;
  return `In today’s busiest minute, ${people} use it at once.`;
}

/** What one repair brings, the earlier ones done. */
export function stepSentence({ before, after, helps, waits }: PlanStep): string {
  if (after > before) return `From ${atOnce(before)} to ${inUsers(after)}.`;
  if (waits)
    return `Brings nothing until the next is done: together they help ${helps} of 100 apps.`;
  return `Helps ${helps} of 100 apps with your answers; in the others something else gives first.`;
}

/** What the estimate rests on. */
export function sureSentence(report: Report): string {
  const given = Object.values(report.answers).filter((answer) => answer !== undefined);
  const open = given.filter((answer) => answer === 'unknown').length;
  const wide = 'for the rest we took what is usual, and the band shows it.';
  if (given.length === 0) return `It rests on no answer yet: ${wide}`;
  if (open === 0) return `It rests on your ${given.length} answers; ${wide}`;
  return `It rests on ${given.length - open} of ${given.length} answers; ${wide}`;
}

export interface ResourceWords {
  /** As a heading: "Database processor". */
  readonly name: string;
  /** What happens when it gives. */
  readonly gives: string;
}

const resources: Readonly<Record<Resource, ResourceWords>> = {
  device: {
    name: 'The visitor’s own device',
    gives: 'A phone needs more than three seconds to read, sort and draw what it was sent.',
  },
  network: {
    name: 'The line',
    gives: 'More bytes have to travel than the line carries in three seconds.',
  },
  function: {
    name: 'The server’s own code',
    gives: 'The server has more to work out than it has time for, or runs into its time limit.',
  },
  connections: {
    name: 'Database connections',
    gives: 'All places at the database are taken; the next request gets an error.',
  },
  pool: {
    name: 'Places in the pool',
    gives: 'Requests queue for a place before the database is even asked.',
  },
  cpu: {
    name: 'The database’s processor',
    gives: 'Queries take longer than new ones arrive, so everybody waits.',
  },
  disk: {
    name: 'The database’s disk',
    gives: 'The table no longer fits into memory, and the disk reads more slowly.',
  },
  realtime: {
    name: 'Live updates',
    gives: 'The plan’s live connections or messages are used up; some visitors hear nothing.',
  },
  thirdParty: {
    name: 'A service that the app calls',
    gives: 'The other service takes no more calls from you in this minute.',
  },
  quota: {
    name: 'What the plan includes',
    gives: 'What the plan includes is used up, and requests fail until it starts anew.',
  },
};

/** A resource in words that fit the app: Bubble's servers are Bubble's, Firebase counts reads. */
export function resourceWords(resource: Resource, answers: Answers): ResourceWords {
  const words = resources[resource];
  const backend = backendOf(answers);
  if (resource === 'function' && backend === 'bubble')
    return { ...words, name: 'Bubble’s servers' };
  if (resource === 'quota' && backend === 'bubble')
    return { ...words, name: 'Bubble’s workload units' };
  if (resource === 'quota' && backend === 'firebase') {
    return { ...words, name: 'Firestore’s reads and writes' };
  }
  return words;
}

/** The plate's second line: the name of what gives first, if anything does. */
export function firstToGive(report: Report): string | undefined {
  const [first] = report.gives;
  return first && first.share > 0 ? resourceWords(first.resource, report.answers).name : undefined;
}

export const gradeWords: Readonly<
  Record<Grade, { readonly name: string; readonly means: string }>
> = {
  dangerous: { name: 'Dangerous', means: 'Gives below the load you plan for.' },
  major: { name: 'Major', means: 'Gives within three times the load you plan for.' },
  minor: { name: 'Minor', means: 'Gives later than that.' },
  advisory: { name: 'Advisory', means: 'Costs speed or money, not capacity.' },
  passed: { name: 'Passed', means: 'Looked at and fine.' },
  unchecked: { name: 'Not checked', means: 'Nobody could say yet.' },
};

export const areaWords: Readonly<Record<Area, { readonly name: string; readonly about: string }>> =
  {
    logic: { name: 'Logic', about: 'What the server does, and what is left to the browser' },
    data: {
      name: 'Data access',
      about: 'How much the database reads to answer a screen',
    },
    caching: { name: 'Caching', about: 'How often the same answer is worked out anew' },
    delivery: { name: 'Delivery', about: 'Where pages and pictures come from' },
    connections: {
      name: 'Connections and capacity',
      about: 'How many requests find a place, and what the plan holds',
    },
    growth: { name: 'Growth', about: 'What grows faster than the number of visitors' },
  };

export const provenanceWords: Readonly<Record<Provenance, string>> = {
  told: 'You told us',
  measured: 'Found in your code, your database or a load test',
  assumed: 'Assumed; nobody could say yet',
};
