import type { CSSProperties } from 'react';

/**
 * The look of the mails: the site's palette as hex values, which is all that mail programs agree on,
 * and the faces with what stands in for them. A style sheet turns the named surfaces dark where the
 * program lets it; without it the light ones stay, which survive being inverted.
 */
export const colour = {
  paper: '#f7f3eb',
  panel: '#fefcf6',
  ink: '#1b1812',
  quiet: '#544f47',
  line: '#c9c4b7',
  signal: '#fbbc03',
  over: '#c52d1f',
  overLight: '#e8a79f',
  safe: '#227849',
} as const;

const display = '"Barlow Condensed", "Arial Narrow", "Helvetica Neue", Arial, sans-serif';
const words = '"Instrument Sans", -apple-system, "Segoe UI", Helvetica, Arial, sans-serif';
const figure = '"Martian Mono", ui-monospace, Menlo, Consolas, monospace';

/** Spelt out: not every mail program reads the short form. */
const font = (fontWeight: number, fontSize: number, line: number, fontFamily: string) => ({
  fontWeight,
  fontSize: `${fontSize}px`,
  lineHeight: `${line}px`,
  fontFamily,
});

const named = <Name extends string>(looks: Record<Name, CSSProperties>) => looks;

/** Every kind of text that a letter has. */
export const type = named({
  title: { ...font(700, 38, 41, display), color: colour.ink, margin: '8px 0 20px' },
  heading: { ...font(700, 24, 28, display), color: colour.ink, margin: '16px 0 4px' },
  load: { ...font(700, 88, 84, display), color: colour.ink, letterSpacing: '-0.01em' },
  number: { ...font(700, 24, 26, display), color: colour.ink },
  text: { ...font(400, 16, 25, words), color: colour.ink, margin: 0 },
  strong: { ...font(600, 16, 23, words), color: colour.ink, margin: 0 },
  small: { ...font(400, 14, 21, words), color: colour.quiet, margin: 0 },
  figure: { ...font(400, 11, 16, figure), color: colour.ink },
  caps: {
    ...font(600, 14, 18, display),
    color: colour.ink,
    letterSpacing: '0.08em',
    textTransform: 'uppercase',
  },
});

export const table: CSSProperties = { width: '100%', borderCollapse: 'collapse' };

/** A cell under a hairline. */
export const row: CSSProperties = {
  borderTop: `1px solid ${colour.line}`,
  padding: '13px 0',
  verticalAlign: 'top',
};

const dark = (at = '') => `
${at} .paper, ${at} .paper > table > tbody > tr > td { background-color: #14110d !important; }
${at} .panel { background-color: #1c1914 !important; }
${at} .ink { color: #efebe1 !important; border-color: #efebe1 !important; }
${at} .quiet { color: #b9b4a9 !important; }
${at} .line { border-color: #46423b !important; }
${at} .holds { background-color: #46423b !important; }`;

/** `.ink` and the others are set by the parts; Outlook marks its dark mode with an attribute. */
export const sheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a { text-underline-offset: 3px; }
@media (prefers-color-scheme: dark) {${dark()}
}
${dark('[data-ogsc]')}
@media (max-width: 480px) {
  .card { padding: 24px 18px !important; }
  .load { font-size: 72px !important; line-height: 70px !important; }
  .title { font-size: 30px !important; line-height: 33px !important; }
}`;
