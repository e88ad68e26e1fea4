/** Answer of `POST /api/leads`: 201 the first time, 200 when the same lead comes again. */
export interface LeadAnswer {
  readonly lead: { readonly id: string };
  /** Names the lead to a calendar that is not ours; signed, since the visitor could edit it there. */
  readonly token: string;
}
