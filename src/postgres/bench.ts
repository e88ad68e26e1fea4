import { attempt, type Database, type Finding, type Trial } from './trial.ts';

/** PostgreSQL as an experiment sees it, wherever it runs. */
export interface Bench {
  exec(sql: string): Promise<void>;
  attempt(trial: Trial): Promise<Finding>;
}

/** A database of this very process: in Node, for tests and recorded runs. */
export const benchOf = (db: Database): Bench => ({
  exec: async (sql) => {
    await db.exec(sql);
  },
  attempt: (trial) => attempt(db, trial),
});
