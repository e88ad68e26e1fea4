import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Card } from './card.ts';
import { draw } from './drawing.ts';

/** Where a build keeps what it drew for the next one. */
const folder = 'node_modules/.astro/social';

/** The social image of a page as PNG. */
export async function picture(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const svg = draw(card);
  const hash = createHash('sha256').update(sharp.versions.sharp).update(svg).digest('hex');
  const file = `${folder}/${hash}.png`;
  const drawn = await readFile(file).catch(() => undefined);
  if (drawn) return new Uint8Array(drawn);
  // Flat colours: the least effort makes a file of the same size in a third of the time.
  const fresh = await sharp(Buffer.from(svg)).png({ palette: true, effort: 1 }).toBuffer();
  await mkdir(folder, { recursive: true });
  await writeFile(file, fresh);
  return new Uint8Array(fresh);
}
