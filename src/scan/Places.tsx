import type { EvidenceLine } from '#src/quiz/evidence.ts';

/** File, line, and what is there. */
export function Places({ places }: { readonly places: readonly EvidenceLine[] }) {
  return (
    <ul className="bare scan-places">
      {places.map(({ file, line, says }) => (
        <li key={`${file}:${line} ${says}`}>
          {file && (
            <code>
              {file}
              {line > 0 && `:${line}`}
            </code>
          )}{' '}
          <span>{says}</span>
        </li>
      ))}
    </ul>
  );
}
