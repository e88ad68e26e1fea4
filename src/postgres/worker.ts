/**
 * PostgreSQL in a worker of this page. It keeps everything in memory, talks to nobody but the page
 * and is gone when the page ends it.
 */
import { PGlite } from '@electric-sql/pglite';
import { fetchFiles } from './files.ts';
import type { Reply, Request } from './message.ts';
import { attempt, type Finding } from './trial.ts';

const tell = (reply: Reply) => postMessage(reply);

let database: Promise<PGlite> | undefined;

/** The one database of this worker; the first call fetches and starts it. */
function open(): Promise<PGlite> {
  database ??= fetchFiles((share) => tell({ share })).then((files) => PGlite.create(files));
  return database;
}

async function answer(request: Request): Promise<Finding | null> {
  const db = await open();
  if (request.do === 'try') return attempt(db, request.trial);
  if (request.do === 'exec') await db.exec(request.sql);
  return null;
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  answer(data).then(
    (value) => tell({ id: data.id, ok: true, value }),
    (error: unknown) =>
      tell({
        id: data.id,
        ok: false,
        message: error instanceof Error ? error.message : String(error),
      }),
  );
});
