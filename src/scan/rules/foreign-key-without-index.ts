import { growthOf } from '#src/scan/growth.ts';
import { indexStatement } from '#src/scan/repair-sql.ts';
import type { Rule } from '#src/scan/rule.ts';
import { isIndexed } from '#src/scan/schema/schema.ts';

export const foreignKeyWithoutIndex: Rule = {
  id: 'foreign-key-without-index',
  find: (project) =>
    [...project.schema.tables.values()]
      .filter((table) => table.complete && !table.name.includes('.'))
      .flatMap((table) =>
        table.foreignKeys
          .filter((key) => !isIndexed(table, key.columns))
          .map((key) => ({
            rule: 'foreign-key-without-index' as const,
            file: key.place.file,
            line: key.place.line,
            table: table.name,
            columns: key.columns,
            sql: indexStatement(table.name, key.columns),
            growth: growthOf(project, table, table.name),
            says: `${table.name}.${key.columns.join(', ')} points to ${key.references}, and no index leads back.`,
          })),
      ),
};
