import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import type { Configuration } from '../lab/configuration.ts';
import { tableName } from '../lab/table.ts';
import { tally } from './tally.ts';

/** Asks the database what one request asks, and makes the body of the answer. */
export type Query = (client: ClientBase) => Promise<string>;

const COLUMNS = 'id, owner, rank, label, body';
/** Whom the connection's claims name; see `connection.ts`. */
const VISITOR = 7;

/** The queries of one request. `random` gives numbers from 0 to below 1. */
export function queryOf({ table, screen }: Configuration, random: () => number): Query {
  const name = tableName(table);
  const below = (limit: number) => Math.floor(random() * limit);
  const owner = () => below(Math.max(1, Math.floor(table.rows / table.page)));
  const free = table.policy === 'none';
  // A policy finds the rows by itself; told whose rows are wanted, PostgreSQL can use the index too.
  const page = `select ${COLUMNS} from ${name} ${free || table.indexed ? 'where owner = $1' : ''}`;
  const pageOf = () => (free ? [owner()] : table.indexed ? [VISITOR] : []);
  const ask = async (client: ClientBase, sql: string, values: unknown[] = []) => {
    tally.query();
    if (screen.roundTrip > 0) await pause(screen.roundTrip * 1000);
    return (await client.query(sql, values)).rows;
  };
  const asks: Record<typeof screen.ask, Query> = {
    nothing: async () => JSON.stringify({ text: 'x'.repeat(screen.bytes) }),
    page: async (client) => JSON.stringify(await ask(client, page, pageOf())),
    all: async (client) => JSON.stringify(await ask(client, `select ${COLUMNS} from ${name}`)),
    children: async (client) => {
      const children: unknown[] = [];
      for (const { id } of await ask(client, page, pageOf())) {
        children.push(...(await ask(client, `select ${COLUMNS} from ${name} where id = $1`, [id])));
      }
      return JSON.stringify(children);
    },
    search: async (client) => {
      const word = `%number ${below(table.rows)} of%`;
      return JSON.stringify(
        await ask(client, `select ${COLUMNS} from ${name} where label ilike $1`, [word]),
      );
    },
    json: async (client) => {
      const made = `select coalesce(json_agg(found), '[]')::text as body from (${page}) found`;
      return String((await ask(client, made, pageOf()))[0].body);
    },
    insert: async (client) => {
      const values = [owner(), below(table.rows), 'An item that was added', 'x'.repeat(table.text)];
      await ask(
        client,
        `insert into ${name} values (nextval('${name}_id'), $1, $2, $3, $4)`,
        values,
      );
      return '{"saved":true}';
    },
  };
  const read = asks[screen.ask];
  if (screen.writes === 0) return read;
  return (client) => (random() < screen.writes ? asks.insert : read)(client);
}
