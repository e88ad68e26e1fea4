import type { Constants, ProbeName } from './derive.ts';

interface Meaning {
  readonly unit: 's' | 's a row' | 's a byte' | 's a page of 8 kB';
  readonly about: string;
  /** The probes that it is worked out from. */
  readonly from: readonly ProbeName[];
}

/** What each constant stands for. Database and app server: seconds of one core. */
export const meanings: Readonly<Record<keyof Constants, Meaning>> = {
  query: { unit: 's', about: 'A query, whatever it asks: database.', from: ['page1'] },
  tlsQuery: {
    unit: 's',
    about: 'A query over an encrypted connection, beyond one in the clear: database.',
    from: ['encryptedPool', 'page1'],
  },
  tlsByte: {
    unit: 's a byte',
    about: 'A byte of an answer, encrypted: database.',
    from: ['encryptedWide', 'page100wide'],
  },
  indexRow: {
    unit: 's a row',
    about: 'A row found by an index: database.',
    from: ['page500', 'page20', 'all1k'],
  },
  tuple: {
    unit: 's a row',
    about: 'A row looked at in a scan: database.',
    from: ['scan100k', 'scan10k', 'scanWide'],
  },
  page: {
    unit: 's a page of 8 kB',
    about: 'A page looked at in a scan: database.',
    from: ['scanWide', 'scan100k'],
  },
  rowOut: {
    unit: 's a row',
    about: 'A row returned, whatever it holds: database.',
    from: ['all1k', 'page1'],
  },
  rowByte: {
    unit: 's a byte',
    about: 'A byte of a row returned: database.',
    from: ['page100wide', 'page100'],
  },
  rowJson: {
    unit: 's a row',
    about: 'A row made into JSON by PostgreSQL, beyond returning it.',
    from: ['json500', 'page500'],
  },
  search: {
    unit: 's a row',
    about: 'A row searched for a part of a text, beyond the scan.',
    from: ['search30k', 'scan30k'],
  },
  rowRule: {
    unit: 's a row',
    about: 'A policy that compares the visitor, for each row.',
    from: ['rowRule10k', 'scan10k'],
  },
  joinRule: {
    unit: 's a row',
    about: 'A policy that looks into another table, for each row.',
    from: ['joinRule3k', 'scan10k'],
  },
  onceRule: {
    unit: 's',
    about: 'A policy that is asked once a query.',
    from: ['onceRule10k', 'scan10k'],
  },
  write: {
    unit: 's',
    about: 'A row added to a table with a primary key, beyond the query: database.',
    from: ['insert0'],
  },
  indexWrite: {
    unit: 's',
    about: 'One more index at that: database.',
    from: ['insert8', 'insert0'],
  },
  commit: {
    unit: 's',
    about: 'The wait until a row is safe on disk; no processor.',
    from: ['insert0'],
  },
  connect: { unit: 's', about: 'A new connection: database.', from: ['each', 'page1'] },
  connectEncrypted: {
    unit: 's',
    about: 'A new encrypted connection: database.',
    from: ['encryptedEach', 'encryptedPool'],
  },
  connectServer: { unit: 's', about: 'A new connection: app server.', from: ['each', 'page1'] },
  connectServerEncrypted: {
    unit: 's',
    about: 'A new encrypted connection: app server.',
    from: ['encryptedEach', 'encryptedPool'],
  },
  poolerQuery: {
    unit: 's',
    about: 'What PgBouncer adds to a query.',
    from: ['bouncerPool', 'page1'],
  },
  poolerConnect: {
    unit: 's',
    about: 'A new connection to PgBouncer: PgBouncer.',
    from: ['bouncerEach', 'bouncerPool'],
  },
  poolerConnectServer: {
    unit: 's',
    about: 'A new connection to PgBouncer: app server.',
    from: ['bouncerEach', 'bouncerPool'],
  },
  http: { unit: 's', about: 'A request: app server.', from: ['nothing'] },
  nodeTlsQuery: {
    unit: 's',
    about: 'A query over an encrypted connection, beyond one in the clear: app server.',
    from: ['encryptedPool', 'page1'],
  },
  nodeTlsByte: {
    unit: 's a byte',
    about: 'A byte of an answer, decrypted: app server.',
    from: ['encryptedWide', 'page100wide'],
  },
  nodeQuery: { unit: 's', about: 'A query: app server.', from: ['page1', 'nothing'] },
  nodeRow: {
    unit: 's a row',
    about: 'A row received and made into JSON, whatever it holds: app server.',
    from: ['page500', 'page20'],
  },
  nodeByte: {
    unit: 's a byte',
    about: 'A byte of such a row: app server.',
    from: ['page100wide', 'page100'],
  },
  nodeJson: {
    unit: 's a row',
    about: 'A row that came as JSON, passed on: app server.',
    from: ['json500', 'page1'],
  },
};
