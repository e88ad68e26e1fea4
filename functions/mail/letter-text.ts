import { site } from '#src/site.ts';
import { users, usersUnit } from '#src/ui/number.ts';
import type { Block, Fact, Letter } from './letter.ts';

const fact = ({ label, value, href }: Fact) =>
  `${label}: ${value}${href && !href.startsWith('mailto:') ? `\n  ${href}` : ''}`;

function part(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'heading':
      return `\n${block.text.toUpperCase()}`;
    case 'plate':
      return [
        `RATED LOAD: ${users(block.load.likely)} ${usersUnit(block.load.likely)}`,
        ...block.facts.map(fact),
      ].join('\n');
    case 'rulers':
      return [
        ...block.rulers.map(
          ({ label, load }) =>
            `${label}: ${users(load.likely)} (likely ${users(load.low)} to ${users(load.high)})`,
        ),
        `Planned: ${users(block.target)}`,
      ].join('\n');
    case 'facts':
      return block.facts.map(fact).join('\n');
    case 'findings':
      return block.findings
        .map(({ tag, title, detail }) => `[${tag}] ${title}\n  ${detail}`)
        .join('\n\n');
    case 'steps':
      return block.steps
        .map(({ title, detail }, i) => `${i + 1}. ${title}${detail ? `\n   ${detail}` : ''}`)
        .join('\n\n');
    case 'button':
      return `${block.label}:\n${block.href}`;
  }
}

/** The letter for those who read mail as plain text. */
export const letterText = (letter: Letter): string =>
  [
    letter.title,
    ...letter.blocks.map(part),
    `--\n${letter.why}`,
    ...(letter.links ?? []).map(({ label, href }) => `${label}:\n${href}`),
    `${site.legal.entity}, ${site.legal.address}\n${site.contact.email}`,
  ].join('\n\n');
