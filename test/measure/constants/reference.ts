import { read } from '../lab/record.ts';

const constants = read<{ readonly calibration: number }>('constants');
if (!constants) throw new Error('Measure the constants first: npm run measure -- constants');

/** Seconds of the calibration loop while the constants were measured. */
export const reference = constants.calibration;
