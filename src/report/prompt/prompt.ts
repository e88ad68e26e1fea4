import type { Answers } from '#src/quiz/answers.ts';
import { backendOf, questions } from '#src/quiz/questions.ts';
import { repairWords } from '../repair-words.ts';
import type { Defect } from '../report.ts';
import { tasks } from './tasks.ts';

/** Where the data lives, as the tool calls it. */
const stores = {
  supabase: 'Supabase',
  firebase: 'Firebase',
  postgres: 'Postgres',
  bubble: 'Bubble',
} as const;

/** Tools that take a text and change the app. */
const tools: Readonly<Record<string, string>> = {
  lovable: 'Lovable',
  bolt: 'Bolt',
  v0: 'v0',
  cursor: 'Cursor',
  replit: 'the Replit agent',
  bubble: 'Bubble’s AI agent, or any assistant that leads you through the editor',
};

/** Where to paste it. */
export const toolOf = ({ builder }: Answers): string =>
  tools[builder ?? ''] ?? 'the assistant that writes your code';

/** "This app is built with Lovable and keeps its data in Supabase." */
function appWords(answers: Answers): string {
  const built = questions
    .find(({ id }) => id === 'builder')
    ?.options.find(({ value }) => value === answers.builder && value in tools)?.label;
  const backend = backendOf(answers);
  const store = backend && stores[backend];
  const named = built === 'Cursor or another code assistant' ? undefined : built;
  if (!named && !store) return '';
  if (!named || named === store) return `This app keeps its data in ${store}.`;
  return store
    ? `This app is built with ${named} and keeps its data in ${store}.`
    : `This app is built with ${named}.`;
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

/** A text to paste into the tool that built the app: what is wrong, what to do, where, and how far. */
export function promptOf({ repair, lines }: Pick<Defect, 'repair' | 'lines'>, answers: Answers) {
  const words = repairWords(repair, answers);
  const places = lines?.map(({ file, line, says }) =>
    file ? `${file}${line > 0 ? `:${line}` : ''} ${says}` : says,
  );
  return [
    [appWords(answers), `The defect: ${words.defect}. ${words.means}`].filter(Boolean).join(' '),
    `The task: ${words.title}.`,
    list(tasks(repair, answers)),
    ...(places?.length
      ? [`It was found here, and may be in other places too:\n${list(places)}`]
      : []),
    'Keep what a visitor sees and may do the same. Change nothing else. First show me the places that you would change and why; then change one at a time, and wait for my yes before anything that touches the database.',
  ].join('\n\n');
}
