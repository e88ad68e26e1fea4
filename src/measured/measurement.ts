import { z } from '#src/zod.ts';
import { type Head, headSchema } from './head.ts';

const value = z.object({
  value: z.number(),
  unit: z.string(),
  n: z.optional(z.number()),
  spread: z.optional(z.number()),
  bytes: z.optional(z.number()),
});

/** A file of measurements that can be quoted: figures by name, constants by key, or break points by name. */
const fileSchema = z.object({
  head: headSchema,
  figures: z.optional(z.array(z.extend(value, { name: z.string() }))),
  constants: z.optional(z.record(z.string(), value)),
  breakPoints: z.optional(
    z.array(z.object({ name: z.string(), corrected: z.number(), unit: z.string() })),
  ),
});

const files = import.meta.glob('/content/measurements/*.json', { eager: true, import: 'default' });

/** Files that were checked: an article quotes several figures of one, and the check of a big one takes time. */
const checked = new Map<string, z.infer<typeof fileSchema>>();

function fileNamed(name: string): z.infer<typeof fileSchema> | undefined {
  const content = files[`/content/measurements/${name}.json`];
  if (!content) return undefined;
  const file = checked.get(name) ?? fileSchema.parse(content);
  checked.set(name, file);
  return file;
}

/** One measured value and where it comes from. */
export interface Measurement {
  readonly value: number;
  readonly unit: string;
  /** How many times it was timed, and half the distance between the quartiles, as a share. */
  readonly n?: number | undefined;
  readonly spread?: number | undefined;
  /** Name of its file in content/measurements. */
  readonly file: string;
  readonly head: Head;
}

function find(file: z.infer<typeof fileSchema>, name: string) {
  const point = file.breakPoints?.find((each) => each.name === name);
  return (
    (point && { value: point.corrected, unit: point.unit }) ??
    file.figures?.find((each) => each.name === name) ??
    (file.constants && Object.hasOwn(file.constants, name) ? file.constants[name] : undefined)
  );
}

/**
 * The measurement that an article names: “index/scan-1000000” is the figure `scan-1000000` of
 * content/measurements/index.json; “list/all-1000.bytes” is its size instead of its time.
 * @throws {Error} when there is none, or when the file has another form.
 */
export function measurement(of: string): Measurement {
  const [, file, name, bytes] = /^([\w-]+)\/([\w.-]+?)(\.bytes)?$/.exec(of) ?? [];
  const parsed = file === undefined ? undefined : fileNamed(file);
  if (file === undefined || name === undefined || !parsed)
    throw new Error(`There is no measurement “${of}”: name it as file/figure`);
  const found = find(parsed, name);
  if (!found) throw new Error(`content/measurements/${file}.json has no figure “${name}”`);
  const { head } = parsed;
  if (!bytes) return { ...found, file, head };
  if (!('bytes' in found) || found.bytes === undefined)
    throw new Error(`The figure “${name}” of content/measurements/${file}.json has no bytes`);
  return { value: found.bytes, unit: 'B', file, head };
}
