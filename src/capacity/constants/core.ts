import core from '../../../content/measurements/core.json' with { type: 'json' };

/**
 * Seconds of one core of the laboratory machine, as `npm run measure` wrote them; what each stands for,
 * its spread and its date are in content/measurements/constants.json.
 */
export type Core = typeof core;

export { core };
