import type { Client } from 'pg';
import { build, type Table } from '../lab/table.ts';
import type { Lab } from '../drive.ts';
import { type Figure, timed } from './timed.ts';
import { slowLine } from './slow-line.ts';

const table = (part: Partial<Table>): Table => ({
  ...{ rows: 100_000, text: 60, page: 20, indexed: false, indexes: 0, policy: 'none' },
  ...part,
});

async function connected<T>(
  lab: Lab,
  work: (client: Client) => Promise<T>,
  options = {},
): Promise<T> {
  const client = lab.cluster.client(options);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A list of 20 rows by a filter, with and without an index, by rows of the table. */
export async function scanOrIndex(lab: Lab): Promise<object[]> {
  const figures: object[] = [];
  for (const rows of [1_000, 10_000, 100_000, 1_000_000]) {
    for (const indexed of [false, true]) {
      const name = await build(lab.cluster, table({ rows, indexed }));
      await lab.cluster.run(`select count(body) from ${name}`);
      const owners = rows / 20;
      let owner = 0;
      const figure = await connected(lab, (client) =>
        timed(rows > 100_000 ? 15 : 40, () => {
          owner = (owner + 7) % owners;
          return client.query(`select * from ${name} where owner = $1`, [owner]);
        }),
      );
      figures.push({ name: `${indexed ? 'index' : 'scan'}-${rows}`, rows, indexed, ...figure });
    }
  }
  return figures;
}

/** The rows of one visitor out of 100,000 (join: 20,000), by how the policy is written. */
export async function rules(lab: Lab): Promise<object[]> {
  const ways: [string, string, Partial<Table>, string][] = [
    ['filter', 'no policy, filter', {}, 'where owner = 7'],
    ['per-row', 'asked for each row', { policy: 'perRow' }, ''],
    ['once', 'asked once', { policy: 'once' }, ''],
    ['once-index', 'asked once, indexed', { policy: 'once', indexed: true }, ''],
    [
      'per-row-index',
      'asked for each row, filter and index',
      { policy: 'perRow', indexed: true },
      'where owner = 7',
    ],
    [
      'join',
      'function with another table, for each of 20,000 rows',
      { policy: 'join', rows: 20_000 },
      '',
    ],
    [
      'join-index',
      'function with another table, filter and index',
      { policy: 'join', rows: 20_000, indexed: true },
      'where owner = 7',
    ],
  ];
  const figures: object[] = [];
  for (const [name, way, part, where] of ways) {
    const at = await build(lab.cluster, table(part));
    const user = part.policy ? { user: 'visitor' } : {};
    const figure = await connected(
      lab,
      async (client) => {
        await client.query(`set request.jwt.claims = '{"sub":"7"}'`);
        return timed(40, () => client.query(`select * from ${at} ${where}`));
      },
      user,
    );
    figures.push({ name, way, ...figure });
  }
  return figures;
}

/** A list of 100 and what belongs to each, by a query for each and by one join, by the way to the database. */
export async function loopOrJoin(lab: Lab): Promise<object[]> {
  const name = await build(lab.cluster, table({ indexed: true, page: 100 }));
  const figures: object[] = [];
  for (const roundTrip of [0.0003, 0.002, 0.006]) {
    const line = await slowLine(lab.cluster.port, roundTrip);
    const loop = async (client: Client) => {
      const { rows } = await client.query(`select id from ${name} where owner = 7`);
      for (const { id } of rows) await client.query(`select * from ${name} where id = $1`, [id]);
    };
    const join = (client: Client) =>
      client.query(
        `select child.* from ${name} list join ${name} child on child.id = list.id where list.owner = 7`,
      );
    for (const [way, work] of [
      ['a query for each', loop],
      ['one join', join],
    ] as const) {
      const figure = await connected(lab, (client) => timed(10, () => work(client)), {
        port: line.port,
      });
      figures.push({
        name: `${way === 'one join' ? 'join' : 'loop'}-${roundTrip * 1000}ms`,
        roundTripMs: roundTrip * 1000,
        way,
        ...figure,
      });
    }
    line.close();
  }
  return figures;
}

/** A page of 20 deep in a million rows, by offset and by the last row seen. */
export async function paging(lab: Lab): Promise<object[]> {
  const name = await build(lab.cluster, table({ rows: 1_000_000, indexed: true }));
  const figures: object[] = [];
  for (const depth of [0, 10_000, 100_000, 900_000]) {
    const ways: [string, string][] = [
      ['offset', `select * from ${name} order by id offset ${depth} limit 20`],
      [
        'after the last row seen',
        `select * from ${name} where id > ${depth - 1} order by id limit 20`,
      ],
    ];
    for (const [way, sql] of ways) {
      const figure = await connected(lab, (client) => timed(40, () => client.query(sql)));
      figures.push({
        name: `${way === 'offset' ? 'offset' : 'keyset'}-${depth}`,
        depth,
        way,
        ...figure,
      });
    }
  }
  return figures;
}

/** A whole table and a page of it, from the query to the text that leaves the server: time and bytes. */
export async function allOrPage(lab: Lab): Promise<object[]> {
  const figures: object[] = [];
  for (const rows of [1_000, 10_000, 100_000]) {
    const name = await build(lab.cluster, table({ rows, text: 160 }));
    for (const [way, limit] of [
      ['all rows', ''],
      ['a page of 20', 'order by id limit 20'],
    ] as const) {
      let bytes = 0;
      const figure: Figure = await connected(lab, (client) =>
        timed(20, async () => {
          bytes = JSON.stringify(
            (await client.query(`select * from ${name} ${limit}`)).rows,
          ).length;
        }),
      );
      figures.push({ name: `${limit ? 'page' : 'all'}-${rows}`, rows, way, bytes, ...figure });
    }
  }
  return figures;
}
