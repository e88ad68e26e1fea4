import type { Step } from './path.ts';

/** Says which questions were left out, and why; nothing where none was. */
export function Skipped({ steps }: { readonly steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  const titles = steps.map(({ title }) => `“${title}”`);
  return (
    <p className="quiz-skipped small quiet">
      We did not ask {new Intl.ListFormat('en').format(titles)} No answer would change your result.
    </p>
  );
}
