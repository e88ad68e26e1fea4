import { configureGlobal } from 'fast-check';

/**
 * Property tests draw the same random values in every run, so that a change that is not at fault does
 * not fail. `FC_SEED=$RANDOM npm test -- unit` looks at others.
 */
configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261123) });
