import type { Query } from './code/facts.ts';
import type { Project } from './project.ts';
import type { Schema, Table } from './schema/schema.ts';
import {
  ANNOUNCED,
  CATALOG,
  COARSE_COLUMN,
  EPISODE,
  HAPPENS,
  HOUSE,
  HOUSE_MEMBERS,
  OCCASION_COLUMN,
  PARTS,
  PAST_COLUMN,
  PEOPLE,
  PERSON_COLUMN,
  REFERENCE,
  SHOP,
  SIGNED_IN,
  STAFF_MEMBERS,
  TALK,
  TENANT_COLUMN,
  TIME_COLUMN,
  words,
} from './vocabulary.ts';

/**
 * How a table grows. grows: with every visitor or every day · parts: small for each parent (the lines
 * of a cart) · small: stays a page long (categories, settings) · unknown.
 */
export type Growth = 'grows' | 'parts' | 'small' | 'unknown';

const namesPerson = (table: Table): boolean =>
  [...table.columns.keys()].some((column) => PERSON_COLUMN.test(column));

const refersToPerson = (table: Table): boolean =>
  table.foreignKeys.some((key) => PEOPLE.test(key.references)) || namesPerson(table);

const hasTime = (table: Table): boolean =>
  [...table.columns.keys()].some((column) => TIME_COLUMN.test(column));

const referrers = (schema: Schema, name: string): number =>
  [...schema.tables.values()].filter((one) =>
    one.foreignKeys.some((key) => key.references === name),
  ).length;

/** One row at most for each person: unique on nothing but the person. */
const onePerPerson = (table: Table): boolean =>
  table.keys.some((key) => {
    const [only, ...rest] = key.columns;
    return only !== undefined && rest.length === 0 && PERSON_COLUMN.test(only);
  });

/** Do the rules let staff alone add rows? */
function isForStaff({ secured, policies }: Table): boolean {
  const adding = policies.filter(
    ({ command, restrictive }) => !restrictive && (command === 'insert' || command === 'all'),
  );
  return (
    secured &&
    adding.length > 0 &&
    adding.every(
      ({ using = '', check = using }) => /admin|staff/i.test(check) && !/\bor\b/i.test(check),
    )
  );
}

/** Rows above which a list is felt, when a query's result tells the number. */
const FEW = 500;

function byTable({ schema, added }: Project, table: Table): Growth {
  const called = words(table.name);
  if (table.rows !== undefined)
    return table.rows < FEW && !refersToPerson(table) ? 'small' : 'grows';
  if (PEOPLE.test(table.name)) return 'grows';
  if (STAFF_MEMBERS.test(called)) return 'small';
  if (REFERENCE.test(called) && !/^user_/.test(table.name)) return 'small';
  // The files bring its rows, and nothing that visitors use adds to them.
  if (table.seeded && !added.has(table.name)) return 'small';
  if (HOUSE.test(called) && !(refersToPerson(table) && added.has(table.name))) return 'small';
  if (isForStaff(table) && !HAPPENS.test(called) && !CATALOG.test(called)) return 'small';
  if (refersToPerson(table)) return 'grows';
  if (SHOP.test(called)) return 'unknown';
  if (HAPPENS.test(called)) return 'grows';
  const times = hasTime(table);
  if (table.foreignKeys.length > 0 && times) return 'grows';
  if (referrers(schema, table.name) > 0 && table.foreignKeys.length === 0)
    return times ? 'grows' : 'small';
  return times ? 'grows' : 'unknown';
}

/** Where visitors' code adds to other tables and not to this one, somebody else fills it. */
function wholeGrowth(project: Project, table: Table): Growth {
  const growth = byTable(project, table);
  const called = words(table.name);
  const visited = project.added.size === 0 || project.added.has(table.name);
  const happens = HAPPENS.test(called) && !ANNOUNCED.test(called);
  const certain = table.rows !== undefined || PEOPLE.test(table.name) || visited || happens;
  return growth === 'grows' && !certain ? 'unknown' : growth;
}

/** Tables of which a schema tells that is not just a beginning. */
const WHOLE = 10;

/** Where no schema tells of the table; where one tells of many others, it may not exist. */
function growthByName({ schema }: Project, called: string): Growth {
  if (REFERENCE.test(called) || HOUSE.test(called) || STAFF_MEMBERS.test(called)) return 'small';
  return HAPPENS.test(called) && schema.tables.size < WHOLE ? 'grows' : 'unknown';
}

/** Does equality on this column leave a large share of the table, or all that a company has? */
export const leavesMost = (column: string): boolean =>
  TENANT_COLUMN.test(column) || COARSE_COLUMN.test(column);

/**
 * @param by columns that a read is narrowed by; empty when it takes the whole table
 */
export function growthOf(
  project: Project,
  table: Table | undefined,
  name: string | undefined,
  by: readonly string[] = [],
): Growth {
  const called = words(table?.name ?? name ?? '');
  const whole = table ? wholeGrowth(project, table) : growthByName(project, called);
  const owners = by.filter(
    (one) => !leavesMost(one) && !(OCCASION_COLUMN.test(one) && HAPPENS.test(called)),
  );
  // What a house has, for one of many houses: its rooms, its services, who works there.
  const inHouse = by.some((one) => TENANT_COLUMN.test(one));
  if (inHouse && [HOUSE, HOUSE_MEMBERS, SIGNED_IN].some((one) => one.test(called))) return 'parts';
  if (whole === 'small' || owners.length === 0) return whole;
  const own = table && owners.some((one) => PERSON_COLUMN.test(one)) && onePerPerson(table);
  const ofOnce = owners.some((one) => EPISODE.test(one));
  return TALK.test(called) && !PARTS.test(called) && !own && !ofOnce ? whole : 'parts';
}

/** Reads what lies between two times. */
function isWindow({ filters }: Query): boolean {
  const bound = (operator: RegExp) =>
    filters.flatMap((one) => (!one.maybe && operator.test(one.operator) ? [one.column] : []));
  const starts = bound(/^(gte?|>=?)$/);
  return bound(/^(lte?|<=?)$/).some((column) => starts.includes(column));
}

/** Reads what is new since a moment that is worked out: the last day, the last hour. */
const isRecent = ({ filters }: Query): boolean =>
  filters.some(
    ({ column, operator, fixed, maybe }) =>
      !fixed && !maybe && /^(gte?|>=?)$/.test(operator) && PAST_COLUMN.test(column),
  );

/** States that an entry passes through, and values of columns that tell them. */
const STATE = /(^|_)(status|state|stage|phase)$/i;
const PASSING =
  /^(pending|waiting|queued|open|new|unread|processing|in[_ -]?(progress|process|review|transit)|preparing|running|scheduled|draft)$/i;

/** Reads only what is under way now, such as orders that wait: as many as are not yet done. */
const isPassing = ({ filters }: Query): boolean =>
  filters.some(({ column, operator, value, maybe }) => {
    if (maybe || value === undefined || (operator !== 'eq' && operator !== 'in')) return false;
    if (STATE.test(column)) return value.split(',').every((one) => PASSING.test(one));
    return /(^|_)read$/i.test(column) && value === 'false';
  });

/** Looks for what is called so and so: `name = 'Welcome'`. */
const isNamed = ({ filters }: Query): boolean =>
  filters.some(
    ({ column, operator, fixed, maybe }) =>
      fixed &&
      !maybe &&
      operator === 'eq' &&
      /(^|_)(name|title|key|label|code|slug)$/i.test(column),
  );

/** Roles of those who work for an app, not of those who use it. */
const WORKERS =
  /^(super_?)?(admin(istrator)?|manager|staff|moderator|owner|employee|professional|agent|operator|support)s?$/i;

/** Reads only who works there. */
const isOfWorkers = ({ filters }: Query): boolean =>
  filters.some(
    ({ column, operator, value, maybe }) =>
      !maybe &&
      value !== undefined &&
      (operator === 'eq' || operator === 'in') &&
      /(^|_)(role|user_?type)$/i.test(column) &&
      value.split(',').every((one) => WORKERS.test(one)),
  );

/**
 * @param by columns that leave one visitor's or one parent's rows
 * @returns how what this request reads grows
 */
export function growthOfRead(
  project: Project,
  query: Query,
  table: Table | undefined,
  by: readonly string[],
): Growth {
  const few = [isPassing, isNamed, isRecent, isOfWorkers].some((is) => is(query));
  if (few || isWindow(query)) return 'parts';
  return growthOf(project, table, query.table, by);
}
