/** Header of a request that carries a proof of work: `proofSchema`, as JSON in base64. */
export const PROOF_HEADER = 'Proof';
