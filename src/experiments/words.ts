import { DOWNLOAD_MB, version } from '#src/postgres/version.ts';
import { type Experiment, initial } from './experiment.ts';
import type { Recording } from './recording.ts';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Whose run is shown, in two words. */
export const kinds = {
  recorded: 'Recorded run',
  here: 'Your run',
  simulated: 'Played through',
} as const;

/** A list with its round trips is walked through once; everything else is timed five times. */
const repeats = (experiment: Experiment) =>
  experiment.kind === 'database' &&
  experiment.cases.some(({ trial }) => trial(initial(experiment)).kind === 'requests')
    ? 'One run each.'
    : 'Times are the quickest of five.';

/** Where a shown result comes from. */
export const provenance = {
  recorded: (experiment: Experiment, { date, machine, runtime, database }: Recording) =>
    `Recorded on ${day.format(new Date(date))}: ${database} under ${runtime}, ${machine}. ${repeats(experiment)}`,
  here: `Measured just now on this device: PostgreSQL ${version.postgres} compiled to WebAssembly, in this tab. Nothing left the page.`,
  simulated:
    'Reckoned in this tab with the constants and equations of our capacity model; no database was asked.',
} as const;

/** What stands beside the button, so that nobody starts a download unawares. */
export const notice = ({ kind }: Experiment) =>
  kind === 'database'
    ? `Runs a real PostgreSQL in this tab. It is fetched when you press the button: ${DOWNLOAD_MB} MB, once.`
    : 'Runs in this tab, at once.';
