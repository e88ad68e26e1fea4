/** Answer of `POST /api/leads`: 201 the first time, 200 when the same lead comes again. */
export interface LeadAnswer {
  readonly lead: { readonly id: string };
}
