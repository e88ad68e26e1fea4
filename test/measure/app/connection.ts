import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { tally } from './tally.ts';

export interface Way {
  readonly connect: 'each' | number;
  readonly port: number;
  readonly tls: boolean;
  /** A visitor whom policies are asked about, or the owner of everything. */
  readonly visitor: boolean;
  readonly password: string;
}

/** Runs `work` with a connection, and counts how long it was waited for and held. */
export type Connected = <T>(work: (client: pg.ClientBase) => Promise<T>) => Promise<T>;

const options = ({ port, tls, visitor, password }: Way): pg.ClientConfig => ({
  host: '127.0.0.1',
  port,
  user: visitor ? 'visitor' : 'postgres',
  password,
  database: 'postgres',
  ...(tls && { ssl: { rejectUnauthorized: false } }),
});

/** Policies ask who looks: the claims that a web API would set for the request. */
const claims = 'set request.jwt.claims = \'{"sub":"7","role":"visitor"}\'';

async function held<T>(
  client: pg.ClientBase,
  from: number,
  work: (client: pg.ClientBase) => Promise<T>,
) {
  const got = performance.now();
  tally.waited((got - from) / 1000);
  try {
    return await work(client);
  } finally {
    tally.held((performance.now() - got) / 1000);
  }
}

function each(way: Way): Connected {
  return async (work) => {
    const client = new pg.Client(options(way));
    client.on('error', () => undefined); // A refusal also arrives as an event; the promise tells of it.
    const from = performance.now();
    try {
      await client.connect();
      if (way.visitor) await client.query(claims);
      return await held(client, from, work);
    } finally {
      await client.end();
    }
  };
}

function pooled(way: Way, max: number): Connected {
  const pool = new pg.Pool({ ...options(way), max, idleTimeoutMillis: 0 });
  if (way.visitor) pool.on('connect', (client) => void client.query(claims));
  return async (work) => {
    const from = performance.now();
    const client = await pool.connect();
    try {
      return await held(client, from, work);
    } finally {
      client.release();
    }
  };
}

export const connected = (way: Way): Connected =>
  way.connect === 'each' ? each(way) : pooled(way, way.connect);
