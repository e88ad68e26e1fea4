import type { Body, Facts, Query } from '#src/scan/code/facts.ts';
import { type Growth, growthOf, growthOfRead } from '#src/scan/growth.ts';
import { type Project, tableOf } from '#src/scan/project.ts';
import type { At } from '#src/scan/reach.ts';
import type { Finding, Rule } from '#src/scan/rule.ts';
import { isErrand } from '#src/scan/staff.ts';
import { narrowing } from './list-without-limit.ts';

const sentence = (table: string | undefined, verb: string) =>
  table
    ? `${verb} ${table} once for each entry of a list.`
    : 'Sends a request for each entry of a list.';

const HEAVIEST: readonly Growth[] = ['grows', 'unknown', 'parts', 'small'];

/** How the list grows that a loop goes through; unknown where the rows come from elsewhere. */
function growthOfList(project: Project, file: Facts, body: Body): Growth {
  if (body.given) return 'parts';
  const lists = project.reach.sources(file, body.over).flatMap(({ file: from, query: at }) => {
    const query = from.queries[at];
    if (!query) return [];
    if (query.limited) return ['parts' as const];
    return [growthOfRead(project, query, tableOf(project, query), narrowing(query))];
  });
  return HEAVIEST.find((one) => lists.includes(one)) ?? 'unknown';
}

const asked = (project: Project, query: Query): Growth =>
  query.table === undefined ? 'grows' : growthOf(project, tableOf(project, query), query.table);

/** The table of the list that a loop goes through. */
function tableOfList(project: Project, file: Facts, body: Body): string | undefined {
  const [first] = project.reach.sources(file, body.over);
  const query = first?.file.queries[first.query];
  return query && (tableOf(project, query)?.name ?? query.table);
}

/** What the visitor or the owner sets off now and then, not what a screen does each time. */
const OCCASION =
  /^(handle|confirm|approve|assign|apply|send)|upload(?!ed)|seed|migrat|backfill|sync|bulk|reorder|reset|clear|notify|submit(?!t)|(archive|duplicate|clone|restore|close|delete|remove|save)(?!d)/i;
/** A visitor’s click or the like, where what it does is written out in the page. */
const EVENT = /^on[A-Z]\w* /;

/**
 * Writing follows a click or an event, and so does what a server sends, mails mostly: no screen waits for
 * it each time. Of seven such loops that readers judged three hurt.
 */
function isSeldom(
  { place }: Facts,
  { inside = '' }: Body,
  does: 'asks' | 'writes' | 'sends',
  growth: Growth,
) {
  if (isErrand(inside) || does === 'writes') return true;
  if (does === 'sends' && place !== 'browser') return true;
  const onOccasion = OCCASION.test(inside) || EVENT.test(inside);
  return onOccasion && (growth !== 'grows' || place === 'browser');
}

/** What the loop itself asks, or the functions that it calls. */
function inLoop(project: Project, file: Facts, body: Body): Finding | undefined {
  const at: At = { file, body };
  const called = body.calls.flatMap((callee) => {
    const target = project.reach.at(file, callee);
    return target && !target.body.component && project.reach.asks(target) ? [target] : [];
  });
  if ([at, ...called].some((one) => one.body.uploads)) return undefined;
  const own = body.queries.length + body.slow.length + body.fetches.length;
  if (own + called.length === 0 && !body.mutates) return undefined;
  const source = project.reach.firstQuery(at);
  const query = source?.file.queries[source.query];
  // One address after the other until one answers.
  if (!query && body.answers) return undefined;
  const table = query && (tableOf(project, query)?.name ?? query.table);
  const writes = query ? query.action === 'write' : body.mutates;
  const does = writes ? 'writes' : query ? 'asks' : 'sends';
  const list = growthOfList(project, file, body);
  // Of a list that nobody knows, what is asked about tells: of the things in a shop a few are in a basket.
  const growth = list === 'unknown' && query && asked(project, query) !== 'grows' ? 'parts' : list;
  return {
    rule: 'query-per-row',
    file: file.path,
    line: body.line,
    table,
    growth,
    through: tableOfList(project, file, body),
    light: isSeldom(file, body, does, growth),
    staff: project.uses.isStaff(file.path),
    says: sentence(table, query?.action === 'write' ? 'Writes to' : 'Asks for'),
  };
}

/** Where a component asks for something of its own when it appears. */
interface Asking extends At {
  readonly line: number;
  readonly query: Query | undefined;
}

/** Where it asks itself, or through a function or hook. */
function ownAsking(project: Project, { file, body }: At): Asking | undefined {
  const own = body.queries
    .map((one) => file.queries[one])
    .find((query) => query && query.action !== 'write');
  if (own) return { file, body, line: own.line, query: own };
  const [fetched] = body.fetches;
  if (fetched !== undefined) return { file, body, line: fetched, query: undefined };
  for (const callee of body.calls) {
    const target = project.reach.at(file, callee);
    if (!target || target.body.component || !project.reach.asks(target)) continue;
    const source = project.reach.firstQuery(target);
    const query = source?.file.queries[source.query];
    if (query?.action === 'write') continue;
    // A hook of another file may serve many components: each is told where it calls it.
    const line = source?.file === file && query ? query.line : callee.line;
    return { file, body, line, query };
  }
  return undefined;
}

/** Where it asks, and where the components that it shows do. */
function askingIn(project: Project, at: At, depth = 4): Asking[] {
  const shown =
    depth === 0 ? [] : at.body.shows.flatMap((callee) => project.reach.at(at.file, callee) ?? []);
  return [
    ownAsking(project, at) ?? [],
    ...shown.map((one) => askingIn(project, one, depth - 1)),
  ].flat();
}

/** Components shown once a row that ask for something of their own when they appear. */
function inRows(project: Project, file: Facts, body: Body): Finding[] {
  const growth = growthOfList(project, file, body);
  const through = tableOfList(project, file, body);
  return body.shows.flatMap(({ line, ...callee }): Finding[] => {
    const target = project.reach.at(file, callee);
    return (target ? askingIn(project, target) : []).map((asking) => {
      const { query } = asking;
      const table = query && (tableOf(project, query)?.name ?? query.table);
      return {
        rule: 'query-per-row',
        file: asking.file.path,
        line: asking.line,
        table,
        ...{ growth, through },
        staff: project.uses.isStaff(file.path),
        says: `Each ${asking.body.name ?? 'row'} of a list asks for ${table ?? 'its data'} by itself.`,
        also: [{ file: file.path, line, says: 'The list that shows it.' }],
      };
    });
  });
}

export const queryPerRow: Rule = {
  id: 'query-per-row',
  find: (project) => {
    const found = project.files.flatMap((file) =>
      file.bodies
        .filter((body) => body.repeats)
        .flatMap((body) => [inLoop(project, file, body) ?? [], inRows(project, file, body)].flat()),
    );
    return [...new Map(found.map((one) => [`${one.file}:${one.line}`, one])).values()];
  },
};
