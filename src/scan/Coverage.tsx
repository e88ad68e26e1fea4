import type { Scanned } from './message.ts';

const number = (value: number) => value.toLocaleString('en');

/** What was looked at and what was not: unknown is not clean. */
export function Coverage({ scanned }: { readonly scanned: Scanned }) {
  const { summary, connections, slowest } = scanned;
  const { files, lines, migrations, tables, queries, unknownTables, unread } = summary;
  return (
    <section className="panel scan-coverage" aria-labelledby="scan-coverage">
      <h2 id="scan-coverage">What was looked at</h2>
      <p className="figure">
        {number(files)} files · {number(lines)} lines · {number(migrations)} SQL files ·{' '}
        {number(tables)} tables · {number(queries)} requests to a database
      </p>
      {connections && (
        <p>
          The database had {number(connections.open)} of {number(connections.allowed)} connections
          open.
        </p>
      )}
      {slowest && slowest.length > 0 && (
        <details>
          <summary>The statements that take most of the database’s time</summary>
          <ol className="scan-places">
            {slowest.map(({ statement, calls, mean }) => (
              <li key={statement}>
                <code>{statement}</code> {number(calls)} times, {mean.toFixed(1)} ms each
              </li>
            ))}
          </ol>
        </details>
      )}
      {unknownTables.length > 0 && (
        <details>
          <summary>
            {unknownTables.length === 1 ? 'One table is' : `${unknownTables.length} tables are`}{' '}
            used whose indexes and rules the project does not tell
          </summary>
          <p>
            {unknownTables.join(', ')}. They may be fine or not: the statement below asks the
            database itself.
          </p>
        </details>
      )}
      {unread.length > 0 && (
        <details>
          <summary>
            {unread.length === 1 ? 'One file was' : `${unread.length} files were`} not read
          </summary>
          <p>{unread.slice(0, 50).join(', ')}</p>
        </details>
      )}
    </section>
  );
}
