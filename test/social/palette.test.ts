import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palette } from '#src/social/palette.ts';
import { hex, readOklch } from '../styles/oklch.ts';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

test.each(Object.entries(palette))(
  '%s on the social image is the %s of the pages',
  (name, drawn) => {
    const token = readOklch(new RegExp(`--${name}: (oklch\\([^)]+\\));`).exec(css)?.[1] ?? '');
    expect(token && hex(token)).toBe(drawn);
  },
);
