/**
 * Proofs of work: a browser that spends about a second on a riddle of ours may ask for more than one
 * that does not. altcha-lib makes and checks the riddles; that each is used once is our part.
 */
import { type Challenge, createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { proofSchema } from '#src/lead/proof.ts';
import { keyed } from './signature.ts';

/** 256 tries on average, each of about 2 ms; checking takes one. */
const WORK = { algorithm: 'PBKDF2/SHA-256', cost: 5000, keyPrefix: '00' } as const;

/** A form may lie open for long. Its browser asks anew when this is over. */
const GOOD_FOR_MS = 60 * 60_000;

/** Nobody fills a form in less. The browser waits for what is left of it. */
export const LEAST_MS = 2000;

/** Of its own, so that a riddle can never pass for a link. */
const secretOf = (linkSecret: string) => keyed(linkSecret, 'proof of work');

export const riddle = async (linkSecret: string, now: Date): Promise<Challenge> =>
  createChallenge({
    ...WORK,
    deriveKey,
    expiresAt: new Date(now.getTime() + GOOD_FOR_MS),
    data: { at: now.getTime() },
    hmacSignatureSecret: await secretOf(linkSecret),
  });

/** A proof that holds, by the name under which it is spent; nothing for any other. */
export async function proven(
  linkSecret: string,
  header: string | undefined,
  now: Date,
): Promise<{ readonly id: string; readonly expires: Date } | undefined> {
  const proof = readProof(header);
  if (!proof) return undefined;
  const { challenge, solution } = proof;
  const { expiresAt, data, algorithm, cost, keyPrefix } = challenge.parameters;
  // The signature is checked below; these keep a made-up challenge from costing us its own work.
  if (algorithm !== WORK.algorithm || cost !== WORK.cost || keyPrefix !== WORK.keyPrefix)
    return undefined;
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: await secretOf(linkSecret),
  });
  const expires = new Date((expiresAt ?? 0) * 1000);
  if (!verified || expires <= now || now.getTime() - data.at < LEAST_MS) return undefined;
  return { id: challenge.signature, expires };
}

function readProof(header: string | undefined) {
  if (!header || header.length > 4000) return undefined;
  try {
    const read = proofSchema.safeParse(JSON.parse(atob(header)));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
