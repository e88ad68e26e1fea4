import type { Agenda } from './agenda.ts';

const parts = [
  ['To settle', 'settle'],
  ['To bring', 'bring'],
  ['Alone, before the call', 'alone'],
] as const;

/** The agenda of the call. */
export function AgendaList({ agenda }: { readonly agenda: Agenda }) {
  return (
    <details className="agenda">
      <summary>
        <b>The agenda, made from this report</b>
      </summary>
      {parts.map(([title, key]) => (
        <div key={key}>
          <h3>{title}</h3>
          <ol>
            {agenda[key].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </div>
      ))}
      <p className="quiet small">
        The three questions go along as the note of the booking; change them there as you like.
      </p>
    </details>
  );
}
