import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { search } from './src/search/integration.ts';
import { site } from './src/site.ts';

/** Pages that ask search engines not to list them; the sitemap must not ask the opposite. */
const hidden = ['/call/', '/quiz/sent/', '/report/', '/search/'];

/** A Latin subset from its npm package, self-hosted; Astro adds the fallback with adjusted metrics. */
const face = (name, cssVariable, fallbacks, variants) => ({
  provider: fontProviders.local(),
  name,
  cssVariable,
  fallbacks,
  options: { variants },
});

const barlow = (weight) => ({
  weight,
  style: 'normal',
  src: [`@fontsource/barlow-condensed/files/barlow-condensed-latin-${weight}-normal.woff2`],
});

/** PGlite reaches for Node's modules where it runs in Node; in the browser's worker there are none. */
const withoutNode = {
  name: 'without-node',
  enforce: 'pre',
  resolveId: (id) => (id.startsWith('node:') ? '\0without-node' : undefined),
  load: (id) => (id === '\0without-node' ? 'export {};' : undefined),
};

/**
 * Of Babel's dialects the scan asks for JSX and TypeScript only; the others, such as Flow, are an eighth of
 * its worker. A parser that is written otherwise stops the build.
 */
const withoutDialects = {
  name: 'without-dialects',
  transform: {
    filter: { id: /@babel\/parser\/lib\/index\.js$/ },
    handler: (code) => {
      const light = code
        .replace(/(?<=const mixinPlugins = )\{[^}]*\}/, '{ jsx, typescript }')
        .replace(/(?<=const (Flow|Placeholder)Errors = )/g, '/* @__PURE__ */ ');
      if (!light.includes('{ jsx, typescript }')) throw new Error('@babel/parser has changed');
      return light;
    },
  },
};

/** Where the API answers in `npm run dev`; it has to see the address that the browser sees. */
const api = process.env.API && { target: process.env.API, changeOrigin: false };

export default defineConfig({
  site: site.url,
  // `npm run dev` passes the addresses of the API on, and those have no slash at their end.
  trailingSlash: api ? 'ignore' : 'always',
  build: { format: 'directory' },
  integrations: [
    mdx(),
    react(),
    sitemap({ filter: (page) => !hidden.includes(new URL(page).pathname) }),
    search(),
  ],
  // Not `{ prefetchAll: false }`: any object puts Astro's prefetch script on every page.
  prefetch: false,
  markdown: { syntaxHighlight: 'prism' },
  fonts: [
    face('Barlow Condensed', '--face-display', ['sans-serif'], [barlow(600), barlow(700)]),
    face(
      'Instrument Sans',
      '--face-text',
      ['sans-serif'],
      [
        {
          weight: '400 700',
          style: 'normal',
          src: [
            '@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
          ],
        },
      ],
    ),
    face(
      'Martian Mono',
      '--face-figure',
      ['monospace'],
      [
        {
          weight: '100 800',
          style: 'normal',
          src: ['@fontsource-variable/martian-mono/files/martian-mono-latin-wght-normal.woff2'],
        },
      ],
    ),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "manifest-src 'self'",
        "worker-src 'self'",
      ],
    },
  },
  vite: {
    // `npm run dev` runs the Worker beside the pages and names its address here.
    server: {
      proxy: Object.fromEntries(
        (api ? ['/api', '/dev', '/unsubscribe', '/your-data'] : []).map((path) => [path, api]),
      ),
    },
    build: {
      rolldownOptions: { checks: { moduleLevelDirective: false, eval: false } },
    },
    worker: {
      format: 'es',
      plugins: () => [withoutNode, withoutDialects],
      rolldownOptions: { checks: { eval: false, pluginTimings: false } },
    },
    // PGlite finds its files beside its own module, which bundling for development would move.
    optimizeDeps: { exclude: ['@electric-sql/pglite'] },
    ssr: { external: ['@electric-sql/pglite'] },
  },
});
