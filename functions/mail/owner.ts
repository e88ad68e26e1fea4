import { site } from '#src/site.ts';

/** What every notice to the owner has in common. */
export const toOwner = {
  eyebrow: 'Notice to the owner',
  why: `You get this because ${site.contact.owner} is the owner’s address in src/site.ts.`,
} as const;
