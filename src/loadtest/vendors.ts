/** What a host says of load tests on it. */
interface Vendor {
  readonly name: string;
  readonly says: string;
  readonly source: string;
  readonly href: string;
}

/** The rules that we found, in copies read on 23 November 2026. */
export const vendors: readonly Vendor[] = [
  {
    name: 'Vercel, so v0 too',
    says: 'Permits load tests on its Enterprise plan only, and blocks the sender of others. It advises to test the database behind it.',
    source: 'Vercel’s policy on load tests',
    href: 'https://vercel.com/guides/what-s-vercel-s-policy-regarding-load-testing-deployments',
  },
  {
    name: 'Netlify, so Bolt too',
    says: 'Wants to be asked first, and to permit it in writing.',
    source: 'Netlify’s support on its terms',
    href: 'https://answers.netlify.com/t/clarification-on-tos-use-of-ahrefs/87325',
  },
  {
    name: 'Supabase',
    says: 'Advises load tests, on a staging project where there is one. For heavy ones on Team or Enterprise, tell its support two weeks before.',
    source: 'Supabase’s production checklist',
    href: 'https://supabase.com/docs/guides/deployment/going-into-prod',
  },
  {
    name: 'Google, so Firebase too',
    says: 'Advises load tests, and to look at quotas and the bill before.',
    source: 'Google Cloud on load tests',
    href: 'https://cloud.google.com/support/docs/peak-events/conduct-load-testing',
  },
];
