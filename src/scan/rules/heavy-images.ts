import type { Rule } from '#src/scan/rule.ts';

/** A picture this large takes seconds on a phone. Bytes. */
const HEAVY = 500_000;

export const heavyImages: Rule = {
  id: 'heavy-images',
  find: ({ images, texts }) => [
    ...images
      .filter(({ bytes }) => bytes > HEAVY)
      .map(({ path, bytes }) => ({
        rule: 'heavy-images' as const,
        file: path,
        line: 1,
        says: `Weighs ${(bytes / 1_000_000).toFixed(1)} MB and is sent as it is.`,
      })),
    ...[...texts]
      .filter(([path]) => /next\.config/.test(path))
      .flatMap(([path, text]) => {
        const at = text.split('\n').findIndex((line) => /^\s*unoptimized:\s*true/.test(line));
        if (at < 0) return [];
        return [
          {
            rule: 'heavy-images' as const,
            file: path,
            line: at + 1,
            says: 'Next.js is told to send every picture as it was uploaded.',
          },
        ];
      }),
  ],
};
