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
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the provider says about how fast it may be asked. */
export interface Pace {
  /** Requests a second, where it names them. */
  readonly perSecond?: number;
  /** Nobody is to ask again before so many milliseconds have passed. */
  readonly pauseMs?: number;
}

/** What became of one attempt. `code` says why, without a person's data. */
export type Delivery = { readonly pace?: Pace } & (
  | { readonly outcome: 'sent'; readonly providerId: string }
  /**
   * Worth another attempt. `afterMs`: not earlier than this from now. `refused`: it certainly was not
   * taken; otherwise it may have gone out although no answer says so.
   */
  | {
      readonly outcome: 'later';
      readonly code: string;
      readonly afterMs?: number;
      readonly refused?: boolean;
    }
  /** This one will not be taken, however often it is tried. */
  | { readonly outcome: 'never'; readonly code: string }
);

export interface Mailer {
  /** Hands one mail over. Does not throw. The same key is the same mail, however often it is sent. */
  send(mail: Mail, key: string): Promise<Delivery>;
}
