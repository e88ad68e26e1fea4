import type { Token } from './token.ts';

/** Walks along the tokens of one statement. Every `take…` moves on only when it finds what it looks for. */
export class Cursor {
  readonly tokens: readonly Token[];
  at = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get token(): Token | undefined {
    return this.tokens[this.at];
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Is the token `offset` further this word? */
  is(word: string, offset = 0): boolean {
    const token = this.tokens[this.at + offset];
    return token?.kind === 'word' && token.text === word;
  }

  /** Moves behind these words if they stand here in this order. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, i) => this.is(word, i))) return false;
    this.at += words.length;
    return true;
  }

  isSymbol(text: string): boolean {
    return this.token?.kind === 'symbol' && this.token.text === text;
  }

  takeSymbol(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.at++;
    return true;
  }

  /** A name, with its schema if that is not `public`. */
  takeName(): string | undefined {
    const parts: string[] = [];
    for (;;) {
      const token = this.token;
      if (token?.kind !== 'word' && token?.kind !== 'name') break;
      parts.push(token.text);
      this.at++;
      if (!this.takeSymbol('.')) break;
    }
    const [schema, name] = parts.slice(-2);
    if (name === undefined) return schema;
    return schema === 'public' ? name : `${schema}.${name}`;
  }

  /** The tokens within the brackets that open here; moves behind the closing one. */
  takeBrackets(): readonly Token[] | undefined {
    if (!this.takeSymbol('(')) return undefined;
    const start = this.at;
    for (let depth = 1; this.at < this.tokens.length; this.at++) {
      if (this.isSymbol('(')) depth++;
      else if (this.isSymbol(')') && --depth === 0) {
        this.at++;
        return this.tokens.slice(start, this.at - 1);
      }
    }
    return this.tokens.slice(start);
  }

  /** A bracketed list of plain names; an entry that is an expression is left out as `undefined`. */
  takeColumns(): (string | undefined)[] | undefined {
    const inner = this.takeBrackets();
    return inner && split(inner).map(columnOf);
  }

  /** Moves to the first of these words outside brackets; at the end if none follows. */
  skipTo(...words: readonly string[]): boolean {
    while (!this.done && !words.some((word) => this.is(word))) {
      if (!this.takeBrackets()) this.at++;
    }
    return !this.done;
  }

  rest(): readonly Token[] {
    return this.tokens.slice(this.at);
  }
}

/** Splits tokens at the commas that stand outside brackets. */
export function split(tokens: readonly Token[]): (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'symbol') {
      if (token.text === '(' || token.text === '[') depth++;
      if (token.text === ')' || token.text === ']') depth--;
      if (token.text === ',' && depth === 0) {
        parts.push([]);
        continue;
      }
    }
    parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** `name`, `"name" desc`, `name text_pattern_ops`; undefined for an expression. */
function columnOf(tokens: readonly Token[]): string | undefined {
  const [first, second] = tokens;
  if (first?.kind !== 'word' && first?.kind !== 'name') return undefined;
  if (second?.kind === 'symbol') return undefined;
  return first.text;
}
