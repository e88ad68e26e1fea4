/** A heading as Astro reports it. */
export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

/** A section of the table of contents with the parts within it. */
export interface Section extends Heading {
  readonly parts: readonly Heading[];
}

/** Second-level headings as sections, third-level ones as parts of the section above them. */
export function outlineOf(headings: readonly Heading[]): Section[] {
  const sections: (Heading & { parts: Heading[] })[] = [];
  for (const heading of headings) {
    if (heading.depth === 2) sections.push({ ...heading, parts: [] });
    if (heading.depth === 3) sections.at(-1)?.parts.push(heading);
  }
  return sections;
}
