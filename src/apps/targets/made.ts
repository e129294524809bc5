import type { Location } from '../../model/location.js';
import type { TextEdit } from '../../model/finding.js';
import type { MissingTarget } from '../../model/process.js';
import type { Outputs } from '../../launch/outputs/outputs.js';
import { baseName, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { linesOf } from '../../syntax/lines.js';

/** What a build makes instead of what a command names. */
export interface Instead {
  /** Paths, files or folders, that come closest. */
  paths: readonly string[];
  /** The program that makes the first of them, such as `tsc`. */
  program: string;
  /** Puts the only path that differs by folders alone in place of the one that is named. */
  edit?: TextEdit;
}

/** Most paths that are named. */
const MAX_PATHS = 3;

/** What comes closest to a missing path in what a build makes; undefined where it makes nothing. */
export function madeInstead(
  repository: Repository,
  outputs: Outputs,
  { name, path }: Pick<MissingTarget, 'name' | 'path'>,
  at: Location,
): Instead | undefined {
  const stem = (each: string): string => baseName(each).replace(/\.[cm]?js$/, '');
  const alike = outputs.files.filter((each) => stem(each.path) === stem(path)).map((each) => each.path);
  const near = outputs.files.filter((each) => topOf(each.path) === topOf(path)).map((each) => each.path);
  const folders = outputs.folders.filter(({ certain }) => certain).map((each) => each.path || '.');
  const paths = [alike, near, outputs.files.map((each) => each.path), folders].find((each) => each.length > 0) ?? [];
  const [first] = paths;
  if (first === undefined) return undefined;
  const program = outputs.by(first)?.program ?? 'the build';
  const edit =
    alike.length === 1 && alike[0] !== undefined ? renamed(repository, { name, path }, alike[0], at) : undefined;
  return { paths: paths.slice(0, MAX_PATHS), program, ...(edit && { edit }) };
}

function topOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** The name as the command has it, with the folders that the compiler adds; only where these are all that differs. */
function renamed(
  repository: Repository,
  { name, path }: Pick<MissingTarget, 'name' | 'path'>,
  made: string,
  at: Location,
): TextEdit | undefined {
  const whole = baseName(path).includes('.') ? made : made.replace(/\.js$/, '');
  const [from, to] = [parent(path).split('/'), parent(whole).split('/')];
  if (baseName(whole) !== baseName(path) || to.length <= from.length) return undefined;
  const same = from.findIndex((segment, index) => to[index] !== segment);
  const shared = same === -1 ? from.length : same;
  const behind = from.slice(shared);
  if (to.slice(to.length - behind.length).join('/') !== behind.join('/')) return undefined;
  const added = to.slice(shared, to.length - behind.length).join('/');
  const tail = [...behind, baseName(path)].join('/');
  if (!name.endsWith(tail) || (shared > 0 && from[0] === '')) return undefined;
  return replacement(repository, at, name, `${name.slice(0, name.length - tail.length)}${added}/${tail}`);
}

/** An edit of the only mention of a text at a place. */
function replacement(repository: Repository, at: Location, text: string, by: string): TextEdit | undefined {
  const source = repository.read(at.file);
  if (source.is !== 'text' || text === '') return undefined;
  const { start, end } = at.range;
  const found = source.text.slice(start.offset, end.offset);
  const first = found.indexOf(text);
  if (first === -1 || found.indexOf(text, first + 1) !== -1) return undefined;
  const offset = start.offset + first;
  return { at: linesOf(at.file, source.text).location(offset, offset + text.length), text: by };
}
