import dataUrl from '@electric-sql/pglite/pglite.data?url';
import wasmUrl from '@electric-sql/pglite/pglite.wasm?url';
import { version } from './version.ts';

/** Bytes unpacked, about; a compressed answer does not say how long it will be. */
const files = {
  wasm: { url: wasmUrl, bytes: 9_090_000 },
  data: { url: dataUrl, bytes: 6_240_000 },
  image: { url: `/postgres/${version.pglite}.tar.gz`, bytes: 1_100_000 },
} as const;

const all = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);

/** Fetches what PostgreSQL consists of and tells how much of it is there, 0 to 1. */
export async function fetchFiles(tell: (share: number) => void) {
  let there = 0;
  const get = async (file: keyof typeof files): Promise<Response> => {
    const answer = await fetch(files[file].url);
    if (!answer.ok || !answer.body) throw new Error('the database could not be fetched');
    const counted = answer.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, next) {
          there += chunk.length;
          tell(Math.min(1, there / all));
          next.enqueue(chunk);
        },
      }),
    );
    return new Response(counted, { headers: { 'content-type': 'application/wasm' } });
  };
  const blob = async (file: keyof typeof files) => (await get(file)).blob();
  const [pgliteWasmModule, fsBundle, loadDataDir] = await Promise.all([
    WebAssembly.compileStreaming(get('wasm')),
    blob('data'),
    blob('image'),
  ]);
  tell(1);
  return { pgliteWasmModule, fsBundle, loadDataDir };
}
