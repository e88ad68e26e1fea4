/**
 * What to test, by where the app's data lives. Sources, read on 23 November 2026:
 * Supabase: supabase.com/docs/guides/api (REST at /rest/v1, header apikey), /guides/api/api-keys
 * Firebase: firebase.google.com/docs/firestore/use-rest-api (all projects share one host)
 */
import type { Answers } from '#src/quiz/answers.ts';
import { backendOf } from '#src/quiz/questions.ts';

/** Words beside the fields, and the paths that stand there to begin with. */
interface Where {
  readonly host: string;
  readonly paths: string;
  readonly start: string;
}

const network =
  'The Network tab of the browser’s tools shows them when you open your busiest screen.';

const usual: Where = {
  host: 'The host that your data comes from, without https://. Often the one in the address bar, like my-app.com.',
  paths: `What your busiest screen asks for. ${network}`,
  start: '/',
};

const byBackend: Readonly<Record<string, Where>> = {
  supabase: {
    host: 'Of your Supabase project, where the data comes from: like abcdefghij.supabase.co, under Project Settings, Data API.',
    paths: `What your busiest screen asks for, beginning with /rest/v1/. ${network}`,
    start: '/rest/v1/orders?select=*&limit=20',
  },
  firebase: {
    host: 'Of the app itself, like my-app.web.app. Firestore has no host of yours: its requests go to Google’s shared servers, so the test sees your pages and functions only.',
    paths: usual.paths,
    start: '/',
  },
  bubble: {
    host: 'Of the published app, like my-app.com. The test sees what Bubble sends with a page; what the page searches for afterwards it does not ask.',
    paths: 'The pages that are opened most.',
    start: '/',
  },
};

/** Where she finds what to type. */
export const whereFor = (answers: Answers): Where => byBackend[backendOf(answers) ?? ''] ?? usual;
