/** The light palette of tokens.css in hexadecimal: what draws the image knows no OKLCH. */
export const palette = {
  paper: '#f7f3eb',
  ink: '#1b1812',
  'ink-soft': '#544f47',
  'paper-bright': '#fefcf6',
  signal: '#fbbc03',
  over: '#c52d1f',
  safe: '#1e7546',
} as const;
