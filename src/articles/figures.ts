import { type Finding, childrenOf, componentOf, lineOf, textOf, walk } from './tree.ts';
import type { MdastNode } from 'satteri';

const WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million';

const UNITS = [
  // time
  'ns|µs|μs|ms|s|min|h|(?:milli|micro|nano)?seconds?|minutes?|hours?|days?|weeks?|months?',
  // data, speed, distance
  '(?:k|M|G|T|Ki|Mi|Gi)?B|(?:kilo|mega|giga|tera)?bytes?|(?:k|M|G)?bps|[KMG]?bit/s|km|kilometres?|miles?',
  // share, money
  '%|per ?cent|€|euros?|dollars?|cents?',
  // what vendors limit and bill
  'connections?|clients?|requests?|reads?|writes?|queries|documents?|IOPS|cores?|units?|subscribers?',
].join('|');

/** A number with a unit, as in “171 ms”, “1,000 requests”, “five seconds”, “$25”; not “page 3” or “2026”. */
const FIGURE = new RegExp(
  `(?<![\\w.])(?:[$€£] ?\\d[\\d.,]*|(?:\\d[\\d.,]*|\\b(?:${WORDS}))[\\s-](?:${UNITS})(?![\\w/])|\\d[\\d.,]*(?:${UNITS})(?![\\w/]))`,
  'gi',
);

/** Components that show where a figure comes from. */
const EVIDENCE = new Set(['Source', 'Measured']);

/** `<Given>` marks a value that the text itself sets or supposes; it claims nothing of the world. */
const isGiven = (node: MdastNode) => componentOf(node) === 'Given';

const isBlock = (node: MdastNode) =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow';

const isEvident = (node: MdastNode) =>
  [...walk(node)].some((part) => EVIDENCE.has(componentOf(part) ?? ''));

/** The figures with a unit in a piece of plain text. */
export const figuresIn = (text: string): string[] => text.match(FIGURE) ?? [];

/**
 * Figures with a unit whose paragraph, heading or table row shows no source. A source in the head row
 * of a table speaks for its rows. Code is not looked at.
 */
export function unsourcedFigures(tree: MdastNode): Finding[] {
  const findings: Finding[] = [];
  const visit = (node: MdastNode, sourced: boolean) => {
    const evident = sourced || (isBlock(node) && isEvident(node));
    if (isBlock(node)) {
      for (const figure of evident ? [] : figuresIn(textOf(node, isGiven))) {
        findings.push({
          line: lineOf(node),
          message: `“${figure}” has no source in its paragraph: cite one with <Source id="…" />, quote ours with <Measured of="…" />, or wrap it in <Given> when the text itself sets it`,
        });
      }
      return;
    }
    const head = node.type === 'table' ? childrenOf(node)[0] : undefined;
    const spokenFor = evident || (head !== undefined && isEvident(head));
    for (const child of childrenOf(node)) visit(child, spokenFor);
  };
  visit(tree, false);
  return findings;
}
