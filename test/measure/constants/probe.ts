import { type Lab, prepare, run } from '../drive.ts';
import { configuration, type Draft } from '../lab/configuration.ts';
import { reference } from '../lab/reference.ts';
import { median, spread } from '../percentile.ts';
import { coreFullness } from '../reading.ts';

/** Processor seconds that one request costs each part, from few clients who do not think. */
export interface Cost {
  readonly database: number;
  readonly app: number;
  /** Seconds that a request takes with a single client. */
  readonly alone: number;
  /** How far the repetitions lie apart, as a share of the value: database, app server. */
  readonly spread: readonly [number, number];
  /** Whether the machine was not quiet in one of the repetitions. */
  readonly disturbed: boolean;
  /** Milliseconds of the reference just before: how fast the machine was. */
  readonly reference: number;
}

/** What a probe asks. */
export type Probe = Omit<Draft, 'name' | 'about' | 'use'>;

/**
 * Clients: enough to keep either side busy, too few to fill a queue. New connections are made by a
 * crowd, because a process for each of many costs about half as much again as one for each of few.
 */
const CLIENTS = 4;
const CROWD = 60;
export const REPETITIONS = 3;

/**
 * Measures what a request costs. Processor time is counted and not the clock, but a busy machine costs
 * more of it too: caches that others have emptied, threads that are put to sleep.
 */
export async function probe(lab: Lab, draft: Probe): Promise<Cost> {
  const subject = configuration({ ...draft, name: 'probe', about: 'A probe.', use: 'calibration' });
  const speed = await reference(lab);
  const prepared = await prepare(lab, subject);
  const level = {
    users: subject.screen.connect === 'each' ? CROWD : CLIENTS,
    think: { least: 0, most: 0 },
    warm: 1,
    window: lab.quick ? 1 : 2.6,
    seed: 1,
  };
  try {
    const databases: number[] = [];
    const apps: number[] = [];
    let disturbed = false;
    for (let i = 0; i < (lab.quick ? 1 : REPETITIONS); i++) {
      const { observation, ...made } = await run(lab, subject, prepared, {
        ...level,
        warm: i === 0 ? 2 : 0.3,
      });
      disturbed ||= made.disturbed;
      const { app, requests, seconds } = observation;
      const core = coreFullness(subject, observation, made.generator);
      databases.push((core * seconds) / requests);
      apps.push((app * seconds) / requests);
    }
    const one = await run(lab, subject, prepared, { ...level, users: 1, window: 1, warm: 0.2 });
    return {
      database: median(databases),
      app: median(apps),
      alone: one.p50,
      spread: [spread(databases), spread(apps)],
      disturbed,
      reference: speed,
    };
  } finally {
    await prepared.stop();
  }
}
