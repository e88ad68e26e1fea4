import type { RepairId } from '../repairs.ts';
import type { Proof } from './proof.ts';

const NETWORK = 'In the browser: right click, Inspect, Network.';

/** What to look at where no query shows it: by repair, and where the app asks on a timer. */
export const steps: Readonly<
  Record<Exclude<RepairId, 'add-indexes' | 'rules-once'> | 'ask-less', Proof>
> = {
  'page-on-server': {
    how: `${NETWORK} Open the longest list of your app, click the request that brings it, and look at its answer.`,
    now: 'The answer holds every entry of the table, also those below the fold.',
    after: 'It holds 50 entries at most; the next ones come when you scroll.',
  },
  'join-requests': {
    how: `${NETWORK} Choose Fetch/XHR, reload the screen with the list, and count the requests.`,
    now: 'There is one for each entry of the list, or more than three in all.',
    after: 'There are three at most, however long the list is.',
  },
  'pool-connections': {
    how: 'Look at the database address in the settings of your server. Then open the app in twenty tabs at once, and look at “connections” in the database’s dashboard.',
    now: 'The address names the database itself (mostly port 5432), and the connections rise with each tab.',
    after:
      'The address names the pooler (port 6543, or “-pooler”), and the connections stay the same.',
  },
  'shared-cache': {
    how: `${NETWORK} Open the list, then once more in a private window, and look at the response headers of its request.`,
    now: 'There is no “age”, and nothing says HIT: the database answered both times.',
    after: 'The second answer has an “age” above 0, or a header that says HIT.',
  },
  'narrow-live': {
    how: `${NETWORK} Choose WS and the open connection, then Messages. With a second account change something that the first must not see.`,
    now: 'A message arrives all the same.',
    after: 'No message arrives.',
  },
  'ask-less': {
    how: `${NETWORK} Clear the list, leave the screen alone for one minute, and count the requests.`,
    now: 'There are several, although nothing changed.',
    after: 'There is one at most, and none while the tab is in the background.',
  },
  'move-to-background': {
    how: `${NETWORK} Click the button that takes long, and look at the time of its request.`,
    now: 'The request lasts as long as the work: seconds.',
    after: 'It lasts less than half a second, and the result appears later by itself.',
  },
  'use-cdn': {
    how: `${NETWORK} Choose Img, reload twice, and look at the size of the largest picture and at its response headers.`,
    now: 'It is larger than 200 kB, or no header says HIT.',
    after: 'It is smaller than 200 kB, and a header says HIT.',
  },
  'bigger-plan': {
    how: 'In Supabase: Project settings, Compute and disk.',
    now: 'The size is smaller than Large.',
    after: 'It says Large.',
  },
  'bigger-server': {
    how: 'Open the database’s page in your provider’s dashboard.',
    now: 'It has fewer than four cores.',
    after: 'It has four cores or more, and 16 GB of memory.',
  },
  'pay-as-you-go': {
    how: 'In the Firebase console: the plan at the bottom left, and Usage and billing.',
    now: 'The plan is Spark.',
    after: 'The plan is Blaze, and a budget alert is listed.',
  },
  'more-workload': {
    how: 'In the Bubble editor: Settings, App plan.',
    now: 'It says that the app stops when the workload units are used up, or nobody is told before.',
    after: 'Overages are allowed or a workload tier is bought, and an alert is set.',
  },
};
