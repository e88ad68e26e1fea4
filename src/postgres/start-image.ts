/** Runs at build, in Node: an empty database as a file, so that no reader has to wait for one to be made. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { withoutStaleLog } from './tar.ts';

/** What is not needed to run queries: the templates that further databases would be copied from. */
const lighten = `update pg_database set datistemplate = false`;
const templates = ['template0', 'template1'];

/** A gzipped tar of a fresh data directory, about a megabyte; for PGlite's `loadDataDir`. */
export async function startImage(): Promise<Uint8Array> {
  // Log files of a megabyte in place of sixteen.
  const db = await PGlite.create({ initDbStartParams: ['--wal-segsize=1'] });
  try {
    await db.exec(lighten);
    for (const name of templates) await db.exec(`drop database ${name}`);
    await db.exec('checkpoint');
    const { rows } = await db.query<{ file: string }>(
      `select pg_walfile_name(pg_current_wal_insert_lsn()) as file
       union select pg_walfile_name(redo_lsn) from pg_control_checkpoint()`,
    );
    const dump = await db.dumpDataDir('none');
    const tar = new Uint8Array(await dump.arrayBuffer());
    const needed = new Set(rows.map(({ file }) => file));
    return await promisify(gzip)(withoutStaleLog(tar, needed), { level: 9 });
  } finally {
    await db.close();
  }
}
