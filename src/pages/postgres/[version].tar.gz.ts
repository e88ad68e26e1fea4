import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { startImage } from '#src/postgres/start-image.ts';
import { version } from '#src/postgres/version.ts';

export const getStaticPaths = () => [{ params: { version: version.pglite } }];

/** Where a build keeps it for the next one: making it takes some seconds. */
const folder = 'node_modules/.astro/postgres';
const file = `${folder}/${version.pglite}.tar.gz`;

async function image(): Promise<Uint8Array> {
  const made = await readFile(file).catch(() => undefined);
  if (made) return made;
  const fresh = await startImage();
  await mkdir(folder, { recursive: true });
  await writeFile(file, fresh);
  return fresh;
}

/** The empty database that the experiments' PostgreSQL starts from. */
export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await image()), { headers: { 'content-type': 'application/gzip' } });
