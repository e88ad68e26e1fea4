/** One version of the model: what changed in its equations or constants, in words for a reader. */
export interface Version {
  readonly version: string;
  readonly date: string;
  readonly changes: string;
}

/** Every version of the model, the newest first; its version is `MODEL_VERSION`. */
export const history: readonly Version[] = [
  {
    version: '1.1.0',
    date: '2026-11-23',
    changes:
      'Constants of the laboratory measured anew on a quiet machine. Encrypted connections, poolers, bytes of a row and requests from a loop counted apart. The model’s own error, as measured, is part of every band.',
  },
  {
    version: '1.0.0',
    date: '2026-11-22',
    changes: 'The first version, with constants from an earlier laboratory.',
  },
];
