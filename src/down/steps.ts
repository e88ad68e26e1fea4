/**
 * The first five things to do when an app is down: each safe, each can be taken back. Where a step
 * differs by what the app runs on, it says how. Sources, read on 23 November 2026:
 * Lovable: docs.lovable.dev/features/projects/history, /features/cloud
 * Bolt: support.bolt.new/cloud/database, /reference (version history)
 * Vercel: vercel.com/docs/instant-rollback, /docs/cron-jobs
 * Replit: docs.replit.com/core-concepts/agent/checkpoints-and-rollbacks,
 *   /features/publishing/autoscale-deployments
 * Bubble: manual.bubble.io/core-resources/bubbles-interface (Logs tab, Settings tab), /help-guides/workload
 * Firebase: firebase.google.com/docs/firestore/monitor-usage, /docs/app-hosting/rollouts, /docs/firestore/quotas
 * Supabase: supabase.com/docs/guides/troubleshooting/http-api-issues, /guides/platform/compute-and-disk;
 *   stop the traffic, then restart once: github.com/orgs/supabase/discussions/48878
 */
export const platforms = {
  lovable: 'Lovable',
  bolt: 'Bolt',
  vercel: 'v0 or Vercel',
  replit: 'Replit',
  bubble: 'Bubble',
  supabase: 'Supabase',
  firebase: 'Firebase',
  other: 'Something else',
} as const;

export type Platform = keyof typeof platforms;

interface Where {
  readonly text: string;
  /** An address that the text leads to. */
  readonly href?: string;
}

interface FirstStep {
  readonly title: string;
  readonly text: string;
  readonly where: { readonly [On in Platform]?: Where };
}

export const steps: readonly FirstStep[] = [
  {
    title: 'See whether it is them',
    text: 'Open the status page of what your app runs on. If it reports a fault there, nothing that you change will help: tell your users and wait.',
    where: {
      lovable: { text: 'status.lovable.dev', href: 'https://status.lovable.dev' },
      vercel: { text: 'vercel-status.com', href: 'https://www.vercel-status.com' },
      replit: { text: 'status.replit.com', href: 'https://status.replit.com' },
      bubble: { text: 'status.bubble.io', href: 'https://status.bubble.io' },
      supabase: { text: 'status.supabase.com', href: 'https://status.supabase.com' },
      firebase: {
        text: 'status.firebase.google.com',
        href: 'https://status.firebase.google.com',
      },
    },
  },
  {
    title: 'Keep what you see',
    text: 'Write down when it began, copy the exact words of the error, take a picture of the graphs. They tell a full database from a broken release, and a restart wipes some of them out.',
    where: {
      lovable: { text: 'Cloud, then Logs.' },
      bolt: { text: 'The database icon at the top of the project, then Logs.' },
      vercel: { text: 'The project, then Logs.' },
      replit: { text: 'Publishing, then Logs.' },
      bubble: { text: 'The Logs tab: the server logs, and the charts of the workload.' },
      supabase: { text: 'Reports, then Database: processor, memory, disk, connections.' },
      firebase: { text: 'Firestore, then Usage: are the day’s reads used up?' },
      other: { text: 'The log of your host, and the monitoring page of the database.' },
    },
  },
  {
    title: 'Take back the last change',
    text: 'Only if it began soon after you published one. This brings back the code and leaves the data as it is.',
    where: {
      lovable: {
        text: 'History in the top bar; open the last version that worked, revert to it, publish.',
      },
      bolt: { text: 'Version history; restore the last version that worked, publish.' },
      vercel: {
        text: 'Deployments; the last one that worked; Instant Rollback. On the Hobby plan: the one just before.',
      },
      replit: {
        text: 'The Agent’s checkpoint from before; Rollback. Leave “Database” among the further options off. Then publish.',
      },
      bubble: {
        text: 'In the editor’s version control, the point before the change; then deploy. Leave the database as it is.',
      },
      firebase: {
        text: 'App Hosting: Rollouts. Hosting: the release history, then Rollback.',
      },
      other: { text: 'Deploy the commit before it once more.' },
    },
  },
  {
    title: 'Take the load off',
    text: 'Stop the advertisement and the mailing that bring people now, and pause scheduled jobs and imports. An app that fails often asks again and again, so the queue never empties: a plain page that says “back soon” for ten minutes lets it drain.',
    where: {
      vercel: { text: 'Scheduled jobs: the project, Settings, Cron Jobs.' },
      bubble: { text: 'Recurring and bulk workflows: Logs, then Scheduler.' },
      supabase: {
        text: 'When it is calm: Project Settings, General, Restart project. Once; it takes some minutes. Do not pause, reset or restore the project.',
      },
      firebase: { text: 'Scheduled functions: pause them in Google Cloud’s Scheduler.' },
      other: {
        text: 'When it is calm, restart the app once, and the database only if it takes no connections.',
      },
    },
  },
  {
    title: 'Make room for a day',
    text: 'If a graph stands at its end, go one size up now, and back down when the cause is repaired.',
    where: {
      lovable: {
        text: 'On Lovable Cloud the size, where your plan lets you change it, is among Cloud’s settings. With a Supabase account of your own: as under Supabase.',
      },
      vercel: {
        text: 'Functions grow by themselves; the database behind them does not. Look there.',
      },
      replit: {
        text: 'Publishing, the settings of the deployment: machine power, number of machines.',
      },
      bubble: {
        text: 'Settings, App plan: let the workload go beyond the plan, or take a bigger one, so that the app is not stopped.',
      },
      supabase: {
        text: 'Project Settings, Compute and Disk. The database is away for about two minutes; you can go back later.',
      },
      firebase: {
        text: 'On Spark the day’s reads start anew at midnight in California. Blaze goes on at once and bills what is read: set a budget alert with it.',
      },
      other: { text: 'A bigger size of the database first, of the server second.' },
    },
  },
];

/** What makes it worse, or cannot be taken back. */
export const never: readonly string[] = [
  'Do not delete rows, tables or files to make room.',
  'Do not switch privacy rules off, not even for a minute.',
  'Do not restore a backup over live data: what was written since would be gone.',
  'Do not let an AI tool change several things at once in the live app. One change, one look.',
];
