import type { MdastNode } from 'satteri';
import { type Measurement, measurement } from '#src/measured/measurement.ts';
import { attributeOf, componentOf, type Finding, lineOf, walk } from './tree.ts';

interface Quote {
  readonly of: string;
  readonly line: number;
}

/** What `<Measured of="…" over="…" />` names, in the order of the text. */
function quotesIn(tree: MdastNode): Quote[] {
  return [...walk(tree)]
    .filter((node) => componentOf(node) === 'Measured')
    .flatMap((node) =>
      [attributeOf(node, 'of') ?? '', attributeOf(node, 'over')]
        .filter((of) => of !== undefined)
        .map((of) => ({ of, line: lineOf(node) })),
    );
}

/** Quotes of measurements that do not exist. */
export function mismeasured(tree: MdastNode): Finding[] {
  return quotesIn(tree).flatMap(({ of, line }) => {
    try {
      measurement(of);
      return [];
    } catch (error) {
      return [{ line, message: (error as Error).message }];
    }
  });
}

/** The files of measurements that an article quotes, each with the figures quoted from it. */
export function measurementsIn(tree: MdastNode): ReadonlyMap<string, readonly Measurement[]> {
  const files = new Map<string, Measurement[]>();
  for (const of of new Set(quotesIn(tree).map((quote) => quote.of))) {
    const found = measurement(of);
    files.set(found.file, [...(files.get(found.file) ?? []), found]);
  }
  return files;
}
