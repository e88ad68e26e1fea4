import { estimate } from '#src/capacity/estimate.ts';
import type { Rated } from './rate.ts';
import type { Defect } from './report.ts';

/** "Within three times of it" */
const NEAR = 3;

/** The grade of what stops the hundred apps at these loads. */
export function gradeAt({ loads }: Rated, target: number): Exclude<Defect['grade'], 'advisory'> {
  const { likely } = estimate(loads);
  if (likely < target) return 'dangerous';
  return likely < NEAR * target ? 'major' : 'minor';
}
