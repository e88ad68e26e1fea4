/** What the visitor's folder or ZIP is read for. Everything that is not named here is never opened. */

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A picture's size is enough; its content is not read. */
export interface ImageFile {
  readonly path: string;
  readonly bytes: number;
}

/** aside: not the app, but what it names the app may need. */
export type FileKind = 'code' | 'aside' | 'sql' | 'prisma' | 'package' | 'rules' | 'html' | 'image';

/** Larger files are generated or data. Bytes. */
export const LARGEST_FILE = 1_500_000;

/** Made by tools, bought in, or for tests: not the app. */
const SKIPPED =
  /(^|\/)(node_modules|\.git|dist|build|out|\.next|\.nuxt|\.output|\.vercel|\.turbo|\.cache|\.firebase|_next|attached_assets|__tests__|__mocks__|e2e|cypress|playwright|storybook|\.storybook|\.vscode|\.idea|android|ios)\/|^(?!(.+\/)?(src|app|pages|components)\/)(.+\/)?(coverage|vendor|docs|examples?)\//;
const SKIPPED_FILES =
  /(\.d\.[cm]?ts|\.min\.js|\.(test|spec|stories|config)\.[cm]?[jt]sx?|(^|\/)tests?\/.+|(^|\/)public\/.+\.js|(^|\/)scripts\/.+\.[cm]?[jt]sx?)$/;
const ASIDE = /(^|\/)(seed|mock|backfill|migrat(e|ions?)[.-])[^/]*$/;
/** Secrets are never read, wherever they lie. */
const SECRET =
  /(^|\/)(\.env[^/]*|[^/]*\.(pem|key|p12|env)|(secrets?|credentials?|service-?account[^/]*)\.\w+)$/i;
const IMAGE =
  /^(public|static|assets|src\/assets|client\/public|client\/src\/assets|app\/assets)\/.*\.(png|jpe?g|gif|bmp|tiff?)$/i;
const NEXT_CONFIG = /(^|\/)next\.config\.[cm]?[jt]s$/;

/** Is there anything to look for below this folder? */
export const isEntered = (folder: string): boolean => !SKIPPED.test(`${folder}/`);

/** How a file is read; undefined: not at all. */
export function kindOf(path: string, bytes: number): FileKind | undefined {
  if (SKIPPED.test(path) || SECRET.test(path)) return undefined;
  if (IMAGE.test(path)) return 'image';
  if (bytes > LARGEST_FILE) return undefined;
  if (/(^|\/)package\.json$/.test(path)) return 'package';
  if (/(^|\/)firestore\.rules$/.test(path)) return 'rules';
  if (/\.prisma$/.test(path)) return 'prisma';
  if (/(^|\/)index\.html$/.test(path)) return 'html';
  if (/\.sql$/i.test(path)) return 'sql';
  if (!/\.[cm]?[jt]sx?$/.test(path)) return undefined;
  if (NEXT_CONFIG.test(path)) return 'code';
  if (SKIPPED_FILES.test(path)) return undefined;
  return ASIDE.test(path) ? 'aside' : 'code';
}

/** Downloads wrap everything in one folder; paths are told from within it. */
export function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  const folder = first.slice(0, first.indexOf('/') + 1);
  return folder !== '' &&
    paths.every((path) => path.startsWith(folder)) &&
    !/^(src|app|supabase|lib)\/$/.test(folder)
    ? folder
    : '';
}
