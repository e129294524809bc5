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
  missing: Pick<MissingTarget, 'name' | 'path'>,
  at: Location,
): Instead | undefined {
  const nearest = nearestMade(outputs, missing.path);
  if (!nearest) return undefined;
  const [only, ...others] = alike(outputs, missing.path);
  const edit = only !== undefined && others.length === 0 ? renamed(repository, missing, only, at) : undefined;
  return { ...nearest, ...(edit && { edit }) };
}

/** The same without an edit: the path may not be one of the repository. */
export function nearestMade(outputs: Outputs, path: string): Instead | undefined {
  const all = outputs.files.map((each) => each.path);
  const near = all.filter((each) => topOf(each) === topOf(path));
  const folders = outputs.folders.filter(({ certain }) => certain).map((each) => each.path || '.');
  const paths = [alike(outputs, path), near, all, folders].find((each) => each.length > 0) ?? [];
  const [first] = paths;
  if (first === undefined) return undefined;
  return { paths: paths.slice(0, MAX_PATHS), program: outputs.by(first)?.program ?? 'the build' };
}

/** Files that are made under the same name, whatever their folder and kind of JavaScript. */
function alike({ files }: Outputs, path: string): readonly string[] {
  const stem = (each: string): string => baseName(each).replace(/\.[cm]?js$/, '');
  const same = files.filter((each) => stem(each.path) === stem(path)).map((each) => each.path);
  const sameFolder = same.filter((each) => baseName(parent(each)) === baseName(parent(path)));
  return sameFolder.length > 0 ? sameFolder : same;
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
  if (first === -1 || found.includes(text, first + 1)) return undefined;
  const offset = start.offset + first;
  return { at: linesOf(at.file, source.text).location(offset, offset + text.length), text: by };
}
