/** A file in a mail. */
export interface Attachment {
  readonly filename: string;
  /** With its parameters, such as `text/calendar; method=REQUEST`. */
  readonly contentType: string;
  /** Base64. */
  readonly content: string;
}

/** A mail as it leaves the house. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  /** One line. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly Attachment[];
}

/** What became of one attempt. `code` says why, without a person's data. */
export type Delivery =
  | { readonly outcome: 'sent'; readonly providerId: string }
  /** Worth another attempt. `afterMs`: not earlier than this from now. */
  | { readonly outcome: 'later'; readonly code: string; readonly afterMs?: number }
  /** This mail will not be taken, however often it is tried. */
  | { readonly outcome: 'never'; readonly code: string };

export interface Mailer {
  /** Hands one mail over. Does not throw. The same key is the same mail, however often it is sent. */
  send(mail: Mail, key: string): Promise<Delivery>;
}
