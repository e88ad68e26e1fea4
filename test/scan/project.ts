import { kindOf } from '#src/scan/file.ts';
import { type Project, ProjectReader } from '#src/scan/project.ts';
import type { Finding, RuleId } from '#src/scan/rule.ts';
import { rules } from '#src/scan/rules/all.ts';

/** A project of these files, read as a dropped folder is. */
export function projectOf(files: Readonly<Record<string, string>>): Project {
  const reader = new ProjectReader();
  for (const [path, text] of Object.entries(files)) {
    reader.addPath(path);
    const kind = kindOf(path, text.length);
    if (kind === 'image') reader.addImage({ path, bytes: text.length });
    else if (kind) reader.add(kind, { path, text });
  }
  return reader.finish();
}

/** Findings of one rule as `file:line`, or with their table. */
export const found = (rule: RuleId, files: Readonly<Record<string, string>>): string[] =>
  rules[rule].find(projectOf(files)).map(({ file, line }) => `${file}:${line}`);

export const findings = (rule: RuleId, files: Readonly<Record<string, string>>): Finding[] =>
  rules[rule].find(projectOf(files));

export const MIGRATION = 'supabase/migrations/20260101000000_first.sql';

/** A shop's schema: notes grow with people, one settings row for each person, tags filled by hand. */
export const NOTES = `
create table public.profiles (
  id uuid primary key references auth.users(id),
  email text not null,
  created_at timestamptz not null default now()
);
create table public.tags (id uuid primary key, name text unique);
create table public.notes (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles(id) on delete cascade,
  tag_id uuid references public.tags(id),
  title text not null,
  done boolean not null default false,
  created_at timestamptz not null default now()
);
create table public.settings (
  id uuid primary key,
  user_id uuid not null unique references public.profiles(id),
  theme text
);
`;
