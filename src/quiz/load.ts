import { draw } from '#src/capacity/draw.ts';
import { estimate } from '#src/capacity/estimate.ts';
import { load } from '#src/capacity/limits.ts';
import type { Estimate } from '#src/capacity/rating.ts';
import { rig } from '#src/capacity/rig.ts';
import type { Answers } from './answers.ts';
import { appOf } from './app.ts';

/** The rated load of an app with these answers; what is not answered has its usual range. */
export const loadOf = (answers: Answers): Estimate =>
  estimate(draw(appOf(answers)).map((sample) => load(rig(sample))));
