/** Queries about privacy rules. They read PostgreSQL’s own catalogue, and change nothing. */

/**
 * Rules that call auth.uid(), auth.jwt() or auth.role() for each row, and the statement that asks
 * once. PostgreSQL writes a wrapped call back as “( SELECT auth.uid() AS uid)”.
 */
export const rulesPerRow = `with rules as (
  select schemaname, tablename, policyname,
    regexp_replace(qual, '\\( ?select (auth\\.(uid|jwt|role)\\(\\)) as (uid|jwt|role)\\)', '\\1', 'gi') as bare_using,
    regexp_replace(with_check, '\\( ?select (auth\\.(uid|jwt|role)\\(\\)) as (uid|jwt|role)\\)', '\\1', 'gi') as bare_check,
    regexp_replace(concat_ws(' ', qual, with_check), '\\( ?select auth\\.(uid|jwt|role)\\(\\) as (uid|jwt|role)\\)', '', 'gi') as rest
  from pg_policies
  where schemaname = 'public'
)
select tablename as "table", policyname as rule,
  format('alter policy %I on %I.%I', policyname, schemaname, tablename)
    || coalesce(' using (' || regexp_replace(bare_using, 'auth\\.(uid|jwt|role)\\(\\)', '(select auth.\\1())', 'g') || ')', '')
    || coalesce(' with check (' || regexp_replace(bare_check, 'auth\\.(uid|jwt|role)\\(\\)', '(select auth.\\1())', 'g') || ')', '')
    || ';' as repair
from rules
where rest ~ 'auth\\.(uid|jwt|role)\\(\\)'
order by 1, 2;`;

/**
 * Rules that ask again for each row: their subquery names a column of the row that is checked, or
 * they call a function of the app outside a subquery.
 */
export const rulesElsewhere = `select tablename as "table", policyname as rule
from pg_policies p
where schemaname = 'public'
  and (
    (concat_ws(' ', qual, with_check) ~* '\\mselect\\M'
      and concat_ws(' ', qual, with_check) ~ ('\\m' || tablename || '"?\\.'))
    or exists (
      select from pg_proc f
      where f.pronamespace = 'public'::regnamespace
        and concat_ws(' ', qual, with_check) ~* ('(?<!select )\\m' || f.proname || '\\(')
    )
  )
order by 1, 2;`;

/** Tables without row-level security, and those whose rule lets everybody write. */
export const openTables = `select c.relname as "table", 'row-level security is off' as why
from pg_class c
where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
union all
select tablename, format('“%s” lets everybody write', policyname)
from pg_policies
where schemaname = 'public' and cmd <> 'SELECT' and coalesce(with_check, qual) = 'true'
order by 1;`;
