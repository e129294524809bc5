import type { Location } from '../../model/location.js';
import { baseName, childOf, join, parent } from '../../repository/paths.js';
import type { Lookup, Repository } from '../../repository/repository.js';
import type { DockerInstruction, DockerWord } from '../../syntax/dockerfile.js';
import { relativeTo, type FileSource, type ImageFiles, type Layer } from './files.js';
import type { Ignored } from './ignored.js';
import { isPattern, matchesPath } from './patterns.js';
import type { Stage } from './stage.js';

/** What COPY and ADD take files from when they name no stage. */
export interface BuildContext {
  repository: Repository;
  /** Relative to the root of the repository. */
  folder: string;
  ignored: Ignored;
}

/** What a COPY or ADD is carried out with. */
export interface CopyContext {
  stage: Stage;
  context: BuildContext;
  /** The files of a stage by the name or number in `--from`; `unseen` for another image. */
  from: (name: string) => ImageFiles | 'unseen';
  expand: (word: string) => string | undefined;
  place: (start: number, end: number) => Location;
  /** The Dockerfile and its text. */
  file: string;
  text: string;
}

/** Most files that one pattern is spelled out to. */
const MAX_MATCHES = 200;

/** Puts what COPY or ADD names into the files of its stage. */
export function copyInto(instruction: DockerInstruction, asked: CopyContext): void {
  const words = instruction.json ?? instruction.words;
  const target = words.at(-1);
  const { stage, expand } = asked;
  const written = target && expand(target.text);
  const at = written === undefined ? undefined : imagePath(stage.folder, written);
  if (target === undefined || written === undefined || at === undefined) {
    stage.files.isOpen = true;
    return;
  }
  const sources = words.slice(0, -1).filter(({ text }) => !text.startsWith('<<'));
  const flags = new Map(instruction.flags.map(({ name, value }) => [name, value]));
  const intoFolder = /(?:^|\/)\.{0,2}$/.test(written) || sources.length + instruction.heredocs.length > 1;
  for (const each of instruction.heredocs) addHeredoc(each, intoFolder ? childOf(at, each.name) : at, asked);
  for (const source of sources) copySource(source, { ...asked, at, intoFolder, flags });
}

/** A path of the image, without the slash in front; undefined where it cannot be told. */
export function imagePath(folder: string | undefined, written: string): string | undefined {
  if (written.startsWith('/')) return join('', written.replace(/^\/+/, '')) ?? '';
  return folder === undefined ? undefined : join(folder, written);
}

/** Puts a here-document at a path. */
export function addHeredoc(
  { start, end, expands, stripsTabs }: DockerInstruction['heredocs'][number],
  at: string,
  { stage, text, file }: Pick<CopyContext, 'stage' | 'text' | 'file'>,
): void {
  const own = text.slice(start, end);
  // What is not in the file as it is written here cannot be pointed at.
  const isPlain = !(expands && own.includes('$')) && !(stripsTabs && /^\t/m.test(own));
  stage.files.add(isPlain ? { is: 'text', at, text: own, file, start } : { is: 'unseen', at });
}

interface Copy extends CopyContext {
  at: string;
  /** The target is a folder, whatever is copied. */
  intoFolder: boolean;
  flags: ReadonlyMap<string, string | undefined>;
}

function copySource(word: DockerWord, copy: Copy): void {
  const { stage, expand, flags, at } = copy;
  const written = expand(word.text);
  if (written === undefined || /^(?:https?|git|ssh):\/\/|^git@/.test(written)) {
    stage.files.add({ is: 'unseen', at });
    return;
  }
  const name = flags.get('from');
  if (name !== undefined) copyFromStage(written, name, copy);
  else copyFromContext(written, word, copy);
}

function copyFromStage(written: string, name: string, copy: Copy): void {
  const { stage, expand, from, at } = copy;
  const known = expand(name);
  const files = known === undefined ? 'unseen' : from(known);
  const path = imagePath('', written);
  if (files === 'unseen' || path === undefined) {
    stage.files.add({ is: 'unseen', at });
    return;
  }
  const matches = isPattern(path) ? matching(files, path, () => false) : [path];
  if (isPattern(path)) addUnmatched(path, files, copy);
  for (const each of matches) {
    addCopy({ is: 'stage', files, path: each }, files.lookup(each), copy, written);
  }
}

/** What a pattern may match besides, once a command has made it. */
function addUnmatched(pattern: string, files: ImageFiles, { stage, at }: Copy): void {
  stage.files.add({ is: 'copy', at, source: { is: 'stage', files, path: parent(pattern) }, mode: true });
}

function copyFromContext(written: string, word: DockerWord, copy: Copy): void {
  const { stage, context, place } = copy;
  const { repository, folder, ignored } = context;
  // `..` above the context means the context itself.
  const path = join(folder, written.replace(/^\/+/, '').replace(/^(?:\.\.\/)+/, '')) ?? folder;
  const source = (own: string): FileSource => ({ is: 'context', repository, path: own, context: folder, ignored });
  if (isPattern(written)) {
    for (const each of matching(repository, path, (own) => ignored(relativeTo(folder, own) ?? own))) {
      addCopy(source(each), repository.lookup(each), copy, written);
    }
    return;
  }
  const found = repository.lookup(path);
  const inside = relativeTo(folder, path) ?? '';
  const isIgnored = ignored(inside) && found.is !== 'directory';
  if (found.is === 'missing' || isIgnored) {
    const at = place(word.start, word.end);
    stage.missing.push({ name: written, path, ignored: found.is !== 'missing', at });
    return;
  }
  addCopy(source(path), found, copy, written);
}

/** Names that builders give to folders, never to programs. */
const FOLDERS = /^(?:dist|build|out|output|public|static|node_modules|\..*|lib|bin|target|publish|release|www|html|)$/i;

/** A folder gives what is in it; a file goes into a folder, or takes the name of the target. */
function addCopy(source: FileSource, found: Lookup, { stage, at, intoFolder, flags }: Copy, written: string): void {
  const mode = flags.has('chmod');
  const name = baseName(source.path);
  if (flags.has('parents')) {
    const inside = written.replace(/^(?:\.?\/)+/, '');
    stage.files.add({ is: 'copy', at: isPattern(inside) ? at : childOf(at, inside), source, mode });
    return;
  }
  if (found.is === 'missing' && intoFolder && /\.\w+$/.test(name)) {
    stage.files.add({ is: 'copy', at: childOf(at, name), source, mode });
    return;
  }
  // A program that a command of the stage makes has no ending, like a folder: it may be either.
  if (found.is === 'missing' && intoFolder && source.is === 'stage' && !FOLDERS.test(name)) {
    stage.files.add({ is: 'copy', at: childOf(at, name), source, mode });
  }
  const isFile = found.is === 'file';
  // What a command makes in another stage may be a file as well.
  const into = intoFolder && found.is === 'missing' && source.is === 'stage';
  const target = isFile && intoFolder ? childOf(at, name) : at;
  stage.files.add({ is: 'copy', at: target, source, mode, ...(into && { into }) });
}

/** What `RUN --mount` binds for its command (https://docs.docker.com/reference/dockerfile/#run---mount). */
export function mountedBy({ flags }: DockerInstruction, asked: CopyContext): readonly Layer[] {
  return flags.flatMap(({ name, value }): Layer[] => {
    if (name !== 'mount' || value === undefined) return [];
    const options = new Map(
      value.split(',').map((each) => {
        const [, key = '', own = ''] = /^([^=]*)=?(.*)$/s.exec(each) ?? [];
        return [key, asked.expand(own)] as const;
      }),
    );
    if ((options.get('type') ?? 'bind') !== 'bind') return [];
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
    const at = target === undefined ? undefined : imagePath(asked.stage.folder, target);
    return at === undefined ? [] : [boundLayer(at, options, asked)];
  });
}

function boundLayer(
  at: string,
  options: ReadonlyMap<string, string | undefined>,
  { context, from }: CopyContext,
): Layer {
  const written = options.has('source') ? options.get('source') : options.has('src') ? options.get('src') : '';
  const name = options.has('from') ? (options.get('from') ?? '') : undefined;
  if (written === undefined) return { is: 'unseen', at };
  if (name === undefined) {
    const { repository, folder, ignored } = context;
    const path = join(folder, written.replace(/^\/+/, '')) ?? folder;
    return { is: 'copy', at, source: { is: 'context', repository, path, context: folder, ignored }, mode: false };
  }
  const files = from(name);
  const path = imagePath('', written);
  if (files === 'unseen' || path === undefined) return { is: 'unseen', at };
  return { is: 'copy', at, source: { is: 'stage', files, path }, mode: false };
}

/** The files and folders that a pattern names, part by part. */
function matching(files: Repository, pattern: string, isLeftOut: (path: string) => boolean): readonly string[] {
  let reached: readonly string[] = [''];
  for (const part of pattern.split('/')) {
    reached = reached
      .flatMap((folder) => {
        if (!isPattern(part)) return [childOf(folder, part)];
        const names = files.list(folder).map(({ name }) => name);
        return names.filter((name) => matchesPath(part, name)).map((name) => childOf(folder, name));
      })
      .filter((path) => files.lookup(path).is !== 'missing')
      .slice(0, MAX_MATCHES);
  }
  return reached.filter((path) => !isLeftOut(path));
}
