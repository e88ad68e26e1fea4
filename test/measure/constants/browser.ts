import { Visitor, visits } from '../device.ts';
import type { Device } from '../lab/configuration.ts';
import { head, read, write } from '../lab/record.ts';

const METHOD =
  'The middle of five visits in Chromium: a list of 500 and one of 4,000 rows drawn whole, one of 40,000 ' +
  'rows of which 50 are drawn; the processor slowed by Chromium itself. Differences between them.';

const VISITS = 5;

async function costs(device: Pick<Device, 'slower' | 'network'>) {
  const visitor = await Visitor.open(device);
  try {
    await visits(visitor, 500, 500, 3);
    const few = await visits(visitor, 500, 500, VISITS);
    const many = await visits(visitor, 4_000, 4_000, VISITS);
    const long = await visits(visitor, 40_000, 50, VISITS);
    return {
      slower: device.slower,
      draw: (many.draw - few.draw) / 3_500,
      parse: long.parse / long.bytes,
      filter: long.filter / 40_000,
      fetch: (long.total - long.parse - long.filter - long.draw) / long.bytes,
      bytes: long.bytes / 40_000,
      gzip: long.bytes / long.compressed,
    };
  } finally {
    await visitor.close();
  }
}

/** Measures what the browser needs for a byte and a row, at three speeds of the device. */
export async function measureBrowser(versions: Record<string, string>): Promise<void> {
  const all = [];
  for (const slower of [1, 4, 6]) {
    const cost = await costs({ slower, network: 'local' });
    console.log(cost);
    all.push(cost);
  }
  write('browser', {
    head: head('constants/browser.ts', METHOD, versions),
    n: VISITS,
    unit: 's a row, s a byte',
    costs: all,
  });
  const [fast] = all;
  write('core', {
    ...read<object>('core'),
    draw: fast?.draw,
    parse: fast?.parse,
    filter: fast?.filter,
    receive: fast?.fetch,
  });
}
