import { type Target, targetSchema } from './target.ts';

/** What was typed into the form, as it was typed. */
interface Typed {
  readonly host: string;
  /** The host once more: one slip of the hand would put somebody else's site under load. */
  readonly again: string;
  /** One path a line. */
  readonly paths: string;
  /** The box that says that the app is hers is ticked. */
  readonly mine: boolean;
}

export type TypedField = keyof Typed;

/** What is to be mended, one message a field. */
export interface Wrong {
  readonly field: TypedField;
  readonly message: string;
}

const tidy = (host: string) => host.trim().toLowerCase();

/** The lines with something on them, and where each stood. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line, at) => ({ path: line.trim(), line: at + 1 }))
    .filter(({ path }) => path !== '');

/** The target that was typed, or what to mend, in the order of the form. */
export function targetFrom(
  typed: Typed,
):
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly wrong: readonly Wrong[] } {
  const lines = linesOf(typed.paths);
  const parsed = targetSchema.safeParse({
    host: typed.host,
    paths: lines.map(({ path }) => path),
  });
  const issues = parsed.error?.issues ?? [];
  const host = issues.find(({ path: [field] }) => field === 'host');
  const paths = issues.find(({ path: [field] }) => field === 'paths');
  const line = lines[Number(paths?.path[1])]?.line;
  const wrong: Wrong[] = [
    ...(host ? [{ field: 'host', message: host.message } as const] : []),
    ...(!host && tidy(typed.again) !== tidy(typed.host)
      ? [
          {
            field: 'again',
            message: 'Type the same address here as above: the two differ',
          } as const,
        ]
      : []),
    ...(paths
      ? [
          {
            field: 'paths',
            message: line === undefined ? paths.message : `Line ${line}: ${paths.message}`,
          } as const,
        ]
      : []),
    ...(typed.mine
      ? []
      : [
          {
            field: 'mine',
            message: 'Tick the box if the app is yours and its host permits it',
          } as const,
        ]),
  ];
  return parsed.success && wrong.length === 0
    ? { ok: true, target: parsed.data }
    : { ok: false, wrong };
}
