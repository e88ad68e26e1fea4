import { CopyText } from '#src/ui/CopyText.tsx';
import { command, RESULT_FILE, SCRIPT_FILE } from './script.ts';
import type { Target } from './target.ts';

/** From grafana.com/docs/k6/latest/set-up/install-k6, read on 23 November 2026. */
const installs = [
  ['macOS, with Homebrew', 'brew install k6'],
  ['Windows', 'winget install k6 --source winget'],
  ['Anywhere with Docker', 'docker pull grafana/k6'],
] as const;

/** The program that runs the script, and the command that starts it. */
export function Run({ target }: { readonly target: Target | undefined }) {
  const start = command(target ?? { host: 'my-app.com', paths: [] });
  return (
    <ol className="load-test-steps">
      <li>
        <h3>Install k6</h3>
        <p>
          A free program of Grafana Labs that plays visitors. In a terminal (on Windows:
          PowerShell), one line:
        </p>
        <dl className="load-test-installs">
          {installs.map(([where, line]) => (
            <div key={where}>
              <dt>{where}</dt>
              <dd>
                <code>{line}</code>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          For Linux and the rest:{' '}
          <a href="https://grafana.com/docs/k6/latest/set-up/install-k6/">
            Grafana’s own page on installing k6
          </a>
          , read by us on 23 November 2026.
        </p>
      </li>
      <li>
        <h3>Choose the hour</h3>
        <p>
          A staging copy is best: another project with the same data. Otherwise an hour when hardly
          anybody is there. Have the graphs of your database open beside it.
        </p>
      </li>
      <li>
        <h3>Run it where {SCRIPT_FILE} lies</h3>
        <CopyText name="The command" text={start} label="Copy the command" />
        <p>
          The address stands in the command once more; with any other the script refuses. If the
          screens need a sign-in, add <code>-e TOKEN=</code> and the access token of a test user.
          Stop at any time with <kbd>Ctrl+C</kbd>: what was measured until then is kept in{' '}
          <code>{RESULT_FILE}</code>.
        </p>
      </li>
    </ol>
  );
}
