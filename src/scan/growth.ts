import type { Query } from './code/facts.ts';
import type { Project } from './project.ts';
import type { Schema, Table } from './schema/schema.ts';

/**
 * How a table grows. grows: with every visitor or every day · parts: small for each parent (the lines
 * of a cart) · small: stays a page long (categories, settings) · unknown.
 */
export type Growth = 'grows' | 'parts' | 'small' | 'unknown';

/** As an ORM calls it, `OrderItem`, in the words of a database: `order_item`. */
const words = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** Words of tables that an owner fills by hand. */
const REFERENCE =
  /(^|_)(categor(y|ies)|settings?|config(s|uration)?|roles?|permissions?|types?|plans?|tiers?|countr(y|ies)|cities|regions?|states|languages?|currenc(y|ies)|features?|flags?|templates?|options?|levels?|badges?|achievements?|faqs?|banners?|menus?|menu_items?|tables|units?|labels?|pages|themes?|colou?rs|sizes|brands?|departments?|amenities|specialt(y|ies)|providers|pricing|packages|promo(_codes?|s)?|coupons?|payment_methods|skills|industries)$/i;
/** Words of tables that hold a few rows for each parent. */
const PARTS =
  /(^|_)(cart|cart_items?|order_items?|line_items?|user_roles?|roles?|preferences?|settings?|address(es)?|variants?|images?|photos?|attachments?|options?|tags?|steps?|questions|answers|availability|hours|schedules?|subscriptions?|integrations?|memberships?|api_keys|sessions|accounts|devices|tokens|wallets?|profiles)$/i;

const PEOPLE = /^(auth\.users|users?|profiles?|accounts?|members?|customers?|clients?)$/i;
const PERSON_COLUMN =
  /^(user|owner|author|creator|sender|customer|client|buyer|seller|profile|member|patient|student)_?id$/i;
const TIME = /^(created|inserted|sent|occurred|updated)_?at$|^(date|timestamp)$/i;

const refersToPerson = (table: Table): boolean =>
  table.foreignKeys.some((key) => PEOPLE.test(key.references)) ||
  [...table.columns.keys()].some((column) => PERSON_COLUMN.test(column));

const hasTime = (table: Table): boolean =>
  [...table.columns.keys()].some((column) => TIME.test(column));

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

/** Rows above which a list is felt, when a query's result tells the number. */
const FEW = 500;

function wholeGrowth(schema: Schema, table: Table): Growth {
  if (table.rows !== undefined)
    return table.rows < FEW && !refersToPerson(table) ? 'small' : 'grows';
  if (PEOPLE.test(table.name)) return 'grows';
  if (REFERENCE.test(words(table.name)) && !/^user_/.test(table.name)) return 'small';
  if (refersToPerson(table)) return 'grows';
  const times = hasTime(table);
  if (table.foreignKeys.length > 0 && times) return 'grows';
  if (referrers(schema, table.name) > 0 && table.foreignKeys.length === 0)
    return times ? 'grows' : 'small';
  return times ? 'grows' : 'unknown';
}

/**
 * @param by columns that a read is narrowed by; empty when it takes the whole table
 */
export function growthOf(
  { schema }: Project,
  table: Table | undefined,
  name: string | undefined,
  by: readonly string[] = [],
): Growth {
  if (!table)
    return name && REFERENCE.test(words(name))
      ? 'small'
      : name && by.length > 0 && PARTS.test(words(name))
        ? 'parts'
        : 'unknown';
  const whole = wholeGrowth(schema, table);
  if (whole === 'small' || by.length === 0) return whole;
  if (PARTS.test(words(table.name))) return 'parts';
  if (by.some((column) => PERSON_COLUMN.test(column)) && onePerPerson(table)) return 'parts';
  return whole;
}

/** States that an entry passes through, and values of columns that tell them. */
const STATE = /(^|_)(status|state|stage|phase)$/i;
const PASSING =
  /^(pending|waiting|queued|open|new|unread|processing|in[_ -]?(progress|process|review|transit)|preparing|running|scheduled|draft)$/i;

/** Reads only what is under way now, such as orders that wait: as many as are not yet done. */
export const isPassing = ({ filters }: Query): boolean =>
  filters.some(({ column, operator, value, maybe }) => {
    if (maybe || value === undefined || (operator !== 'eq' && operator !== 'in')) return false;
    if (STATE.test(column)) return value.split(',').every((one) => PASSING.test(one));
    return /(^|_)read$/i.test(column) && value === 'false';
  });
