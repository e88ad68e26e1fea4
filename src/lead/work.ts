import type { Proof } from './prove.ts';

let begun: Promise<Proof | undefined> | undefined;

const begin = () => import('./prove.ts').then(({ prove }) => prove()).catch(() => undefined);

/** Begins the proof of work when somebody starts to fill a form, so that it is done when she sends it. */
export function beginWork(): void {
  begun ??= begin();
}

/** The header of a proof, once; nothing where the browser could not do the work. */
export async function workDone(): Promise<string | undefined> {
  beginWork();
  let proof = await begun;
  if (proof && proof.until < Date.now()) proof = await begin();
  begun = undefined;
  if (!proof) return undefined;
  const early = proof.from - Date.now();
  if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  return proof.header;
}
