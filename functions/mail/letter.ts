import type { Estimate } from '#src/capacity/rating.ts';
import type { Grade } from '#src/report/report.ts';

/** One part of a letter. Every kind is drawn twice: in letter-html.tsx and in letter-text.ts. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** The plate with the rated load. */
  | { readonly kind: 'plate'; readonly load: Estimate; readonly facts: readonly Fact[] }
  /** Load rulers under each other on one scale, with the load that she plans for. */
  | {
      readonly kind: 'rulers';
      readonly rulers: readonly { readonly label: string; readonly load: Estimate }[];
      readonly target: number;
    }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Graded defects. */
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  /** Numbered, in the order in which to do them. */
  | {
      readonly kind: 'steps';
      readonly steps: readonly { readonly title: string; readonly detail?: string }[];
    }
  /** `main`: the one that matters most. */
  | {
      readonly kind: 'button';
      readonly label: string;
      readonly href: string;
      readonly main: boolean;
    };

/** What a block of one kind holds. */
export type Part<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly href?: string;
}

export interface FootLink {
  readonly label: string;
  readonly href: string;
}

export interface Finding {
  readonly grade: Grade;
  /** The grade in a word. */
  readonly tag: string;
  readonly title: string;
  readonly detail: string;
}

/** A mail before it is drawn: what it says, in order. Texts are plain and may hold anything a visitor typed. */
export interface Letter {
  /** One line. */
  readonly subject: string;
  /** Follows the subject in the list of mails. */
  readonly preview: string;
  /** Small line above the title. */
  readonly eyebrow: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Why the reader gets it. */
  readonly why: string;
  /** What she may do about it: stop it, see what we keep, delete that. */
  readonly links?: readonly FootLink[];
}
