import dataUrl from '@electric-sql/pglite/pglite.data?url';
import initdbUrl from '@electric-sql/pglite/initdb.wasm?url';
import wasmUrl from '@electric-sql/pglite/pglite.wasm?url';

/** Bytes unpacked, PGlite 0.5.16; a compressed answer does not say how long it will be. */
const files = [
  { url: wasmUrl, bytes: 9_086_480 },
  { url: dataUrl, bytes: 6_242_272 },
  { url: initdbUrl, bytes: 298_788 },
] as const;

const all = files.reduce((sum, { bytes }) => sum + bytes, 0);

/** @throws {Error} when a file does not come. */
async function get(url: string, heard: (bytes: number) => void): Promise<Response> {
  const answer = await fetch(url);
  if (!answer.ok || !answer.body) throw new Error('The database could not be fetched');
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, next) {
        heard(chunk.length);
        next.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { headers: { 'content-type': 'application/wasm' } });
}

/** Fetches what PostgreSQL consists of and tells how much of it is there, 0 to 1. */
export async function fetchFiles(tell: (share: number) => void) {
  let there = 0;
  const heard = (bytes: number) => {
    there += bytes;
    tell(Math.min(1, there / all));
  };
  const [wasm, data, initdb] = files.map(({ url }) => get(url, heard)) as [
    Promise<Response>,
    Promise<Response>,
    Promise<Response>,
  ];
  const [pgliteWasmModule, fsBundle, initdbWasmModule] = await Promise.all([
    WebAssembly.compileStreaming(wasm),
    data.then((answer) => answer.blob()),
    WebAssembly.compileStreaming(initdb),
  ]);
  return { pgliteWasmModule, fsBundle, initdbWasmModule };
}
