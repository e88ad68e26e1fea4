/** What runs, and what of it is fetched; a test holds both against the installed package. */
export const version = { postgres: '18.6', pglite: '0.5.16' } as const;

/** Megabytes on the line, as an edge compresses them (Brotli). */
export const DOWNLOAD_MB = 5.5;
