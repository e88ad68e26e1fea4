import type { Body, Facts, Query } from '#src/scan/code/facts.ts';
import { growthOf } from '#src/scan/growth.ts';
import { type Project, tableOf } from '#src/scan/project.ts';
import type { At } from '#src/scan/reach.ts';
import type { Finding, Rule } from '#src/scan/rule.ts';
import { isStaff } from '#src/scan/staff.ts';

const sentence = (table: string | undefined, verb: string) =>
  table
    ? `${verb} ${table} once for each entry of a list.`
    : 'Sends a request for each entry of a list.';

/** Writes the few rows that belong to one other, such as the photos of a product in their new order. */
const isOfOne = (project: Project, query: Query): boolean =>
  query.action === 'write' &&
  growthOf(project, tableOf(project, query), query.table, ['parent_id']) === 'parts';

/** What the loop itself asks, or the functions that it calls. */
function inLoop(project: Project, file: Facts, body: Body): Finding | undefined {
  const at: At = { file, body };
  const called = body.calls.flatMap((callee) => {
    const target = project.reach.at(file, callee);
    return target && !target.body.component && project.reach.asks(target) ? [target] : [];
  });
  if ([at, ...called].some((one) => one.body.uploads)) return undefined;
  if (body.queries.length + body.slow.length + body.fetches.length + called.length === 0)
    return undefined;
  const source = project.reach.firstQuery(at);
  const query = source?.file.queries[source.query];
  const table = query && (tableOf(project, query)?.name ?? query.table);
  return {
    rule: 'query-per-row',
    file: file.path,
    line: body.line,
    table,
    growth: query && isOfOne(project, query) ? 'parts' : undefined,
    staff: isStaff(file.path),
    says: sentence(table, query?.action === 'write' ? 'Writes to' : 'Asks for'),
  };
}

/** Components shown once a row that ask for something of their own when they appear. */
function inRows(project: Project, file: Facts, body: Body): Finding[] {
  return body.shows.flatMap(({ line, ...callee }): Finding[] => {
    const target = project.reach.at(file, callee);
    if (!target || !asksOnShow(project, target)) return [];
    const source = project.reach.firstQuery(target);
    const query = source?.file.queries[source.query];
    const table = query && (tableOf(project, query)?.name ?? query.table);
    return [
      {
        rule: 'query-per-row',
        file: source?.file.path ?? target.file.path,
        line: query?.line ?? target.body.line,
        table,
        staff: isStaff(file.path),
        says: `Each ${target.body.name ?? 'row'} of a list asks for ${table ?? 'its data'} by itself.`,
        also: [{ file: file.path, line, says: 'The list that shows it.' }],
      },
    ];
  });
}

/** A hook that takes nothing and goes through a cache asks once for all rows. */
function asksOnShow(project: Project, { file, body }: At): boolean {
  const own = body.queries.some((at) => file.queries[at]?.action !== 'write');
  if (own || body.fetches.length > 0) return true;
  return body.calls.some((callee) => {
    const target = project.reach.at(file, callee);
    if (!target || target.body.component || !project.reach.asks(target)) return false;
    const source = project.reach.firstQuery(target);
    const query = source?.file.queries[source.query];
    if (!query) return true;
    if (query.action === 'write') return false;
    return !query.cached || query.filters.some(({ fixed }) => !fixed);
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
