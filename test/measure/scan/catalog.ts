import { PGlite } from '@electric-sql/pglite';
import { sqlIn } from '#src/scan/command/folder.ts';
import { FACTS, type MeasuredScan } from '#src/scan/measured.ts';
import { schemaFiles } from '#src/scan/schema/assemble.ts';
import { applySql } from '#src/scan/sql/apply.ts';
import { type Statement, statements } from '#src/scan/sql/token.ts';
import { catalogFacts, prepare, readerFacts, type SchemaFacts } from '#test/scan/catalog.ts';

type Fact = (typeof FACTS)[number];

/** What the reader and PostgreSQL tell of one repository's schema. */
export interface Comparison {
  /** Statements about the schema, and the messages of those that PostgreSQL refused. */
  readonly statements: number;
  readonly refused: readonly string[];
  readonly facts: readonly {
    readonly fact: Fact;
    readonly both: number;
    readonly readerOnly: readonly string[];
    readonly catalogOnly: readonly string[];
  }[];
}

const ABOUT = new Set(['table', 'index', 'policy', 'publication', 'unique', 'unlogged']);
/** Statements that change what is compared; rows, functions and rights are not. */
const concerns = ({ tokens: [first, second] }: Statement): boolean =>
  first?.text === 'do' ||
  (/^(create|alter|drop)$/.test(first?.text ?? '') && ABOUT.has(second?.text ?? ''));

/** A refusal after which the schema is what it would have been: it was there already. */
const HARMLESS = /already exists|multiple primary keys|already (a )?member/i;

/** Runs the repository's migrations in a PostgreSQL of its own and compares. */
export async function compare(root: string): Promise<Comparison> {
  const files = schemaFiles(sqlIn(root));
  const db = await PGlite.create();
  const refused: string[] = [];
  let about = 0;
  try {
    await prepare(db);
    for (const { path, text } of files) {
      for (const statement of statements(text)) {
        const [first, last] = [statement.tokens[0], statement.tokens.at(-1)];
        if (!first || !last || /^(begin|commit|rollback|start)$/.test(first.text)) continue;
        const counts = concerns(statement);
        about += counts ? 1 : 0;
        try {
          await db.exec(text.slice(first.start, last.end));
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          if (counts && !HARMLESS.test(message))
            refused.push(`${path}:${statement.line} ${message}`);
        }
      }
    }
    const told = readerFacts(applySql(files));
    const known = await catalogFacts(db);
    return { statements: about, refused, facts: FACTS.map((fact) => held(fact, told, known)) };
  } finally {
    await db.close();
  }
}

function held(fact: Fact, told: SchemaFacts, known: SchemaFacts) {
  const [reader, catalog] = [[...told[fact]], [...known[fact]]];
  const both = reader.filter((one) => {
    const at = catalog.indexOf(one);
    if (at >= 0) catalog.splice(at, 1);
    return at >= 0;
  });
  const rest = [...both];
  const readerOnly = reader.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { fact, both: both.length, readerOnly, catalogOnly: catalog };
}

/** Sums over the repositories of whose schema every statement ran. */
export function summed(comparisons: readonly Comparison[]): MeasuredScan['catalog'] {
  const withSql = comparisons.filter((one) => one.statements > 0);
  const whole = withSql.filter(({ refused }) => refused.length === 0);
  const total = (fact: Fact, of: (one: Comparison['facts'][number]) => number) =>
    whole.reduce(
      (sum, { facts }) =>
        sum + facts.filter((one) => one.fact === fact).reduce((s, one) => s + of(one), 0),
      0,
    );
  return {
    repositories: withSql.length,
    whole: whole.length,
    statements: whole.reduce((sum, one) => sum + one.statements, 0),
    facts: FACTS.map((fact) => ({
      fact,
      both: total(fact, ({ both }) => both),
      readerOnly: total(fact, ({ readerOnly }) => readerOnly.length),
      catalogOnly: total(fact, ({ catalogOnly }) => catalogOnly.length),
    })),
  };
}
