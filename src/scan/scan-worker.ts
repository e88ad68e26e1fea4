import type { Reply, Request } from './message.ts';
import { type Offered, readProject, unzip } from './reading.ts';
import { findingsOf } from './scan.ts';
import { summaryOf } from './summary.ts';

const reply = (message: Reply) => postMessage(message);

/** Larger ones do not fit into a tab's memory. Bytes. */
const LARGEST_ZIP = 400_000_000;

const offered = ({ files }: Request): Offered[] =>
  files.map(({ path, file }) => ({ path, bytes: file.size, text: () => file.text() }));

async function unpacked(zip: File): Promise<Offered[] | undefined> {
  try {
    return unzip(new Uint8Array(await zip.arrayBuffer()));
  } catch {
    return undefined;
  }
}

async function scan(request: Request) {
  const { zip, dump, result } = request;
  if (zip && zip.size > LARGEST_ZIP) {
    reply({
      kind: 'refused',
      message:
        'Choose a ZIP of less than 400 MB. Leave out node_modules, pictures and videos, or drop the unpacked folder.',
    });
    return;
  }
  const packed = zip ? await unpacked(zip) : [];
  if (!packed) {
    reply({
      kind: 'refused',
      message: 'Choose a ZIP that can be opened. This one is damaged, or it is something else.',
    });
    return;
  }
  const project = await readProject(
    { files: [...offered(request), ...packed], dump, result },
    (done, of) => reply({ kind: 'progress', done, of }),
    () => performance.now(),
  );
  const summary = summaryOf(project);
  if (summary.files + summary.tables === 0) {
    reply({
      kind: 'refused',
      message:
        'Choose the folder or ZIP that holds the app’s code. There was no code and no table in this one.',
    });
    return;
  }
  reply({
    kind: 'scanned',
    scanned: {
      findings: findingsOf(project),
      summary,
      connections: result?.connections,
      slowest: result?.slowest,
    },
  });
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  scan(data).catch(() =>
    reply({
      kind: 'refused',
      message:
        'Reload the page and try again, with a smaller part of the project if it is very large.',
    }),
  );
});
