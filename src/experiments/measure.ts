import { Postgres } from '#src/postgres/client.ts';
import { DOWNLOAD_MB } from '#src/postgres/version.ts';
import type { DatabaseExperiment, Result, Settings } from './experiment.ts';
import { runOnDatabase } from './run.ts';
import { inTurn } from './turns.ts';

/** One for the whole page; its experiments take turns. */
const postgres = new Postgres();

/** What is going on, and how much of it is done, 0 to 1; `undefined` while nobody can know. */
export type Tell = (step: string, share: number | undefined) => void;

/**
 * Runs an experiment on this page's PostgreSQL, which is fetched and started first if need be.
 * @throws the signal's reason when it aborts, and an error with a sentence when the device cannot.
 */
export function measure(
  experiment: DatabaseExperiment,
  settings: Settings,
  signal: AbortSignal,
  tell: Tell,
): Promise<Result> {
  tell('Waiting for the other experiment', undefined);
  return inTurn(async () => {
    const end = () => postgres.stop();
    signal.addEventListener('abort', end, { once: true });
    try {
      if (!postgres.running) {
        postgres.onShare = (share) =>
          share < 1
            ? tell(`Fetching PostgreSQL, ${DOWNLOAD_MB} MB: ${Math.floor(share * 100)} %`, share)
            : tell('Starting PostgreSQL', undefined);
        tell(`Fetching PostgreSQL, ${DOWNLOAD_MB} MB`, 0);
        await postgres.open();
      }
      return await runOnDatabase(experiment, settings, postgres, (step, done, of) =>
        tell(step, done / of),
      );
    } catch (error) {
      // Out of memory or in an unknown state: the next run starts afresh.
      postgres.stop();
      throw error;
    } finally {
      signal.removeEventListener('abort', end);
    }
  }, signal);
}
