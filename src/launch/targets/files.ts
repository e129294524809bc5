import type { Target } from '../../model/process.js';
import { written } from '../../model/value.js';
import { childOf, join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { parseJson, stringAt } from '../../syntax/json.js';
import { missingFile, missingFolder } from '../missing.js';
import type { FindTarget } from '../programs/known-program.js';
import { option, readOptions } from '../tools/options.js';
import type { Words } from '../words.js';
import { BY_VARIABLE, byDefault, NO_TARGET, unknown, type Asked, type FoundTarget } from './asked.js';

/** A file by its name as the command has it; `endings` are those the program adds. */
export function asFile(
  name: string | undefined,
  { repository, folder, at }: Asked,
  endings: readonly string[],
): FoundTarget {
  if (name === undefined) return { target: { is: 'file', path: unknown(BY_VARIABLE, at) } };
  const path = join(folder, name);
  if (path === undefined) return { target: { is: 'file', path: unknown(`${name} is outside the repository`, at) } };
  const found = resolved(repository, path, endings, 0);
  if (found.is === 'file') return { target: { is: 'file', path: written(found.path, at) } };
  // A link that leaves what is read may well lead to the file.
  if (['', ...endings].some((ending) => repository.lookup(`${path}${ending}`).is === 'outside')) {
    return { target: { is: 'file', path: unknown(`${name} is outside the repository`, at) } };
  }
  // A folder may name a file that the build makes.
  const wanted = found.path;
  const missing = missingFile(repository, name, wanted);
  return {
    target: { is: 'file', path: written(wanted, at) },
    missing: { ...missing, ...(endings.length > 0 && { endings }) },
  };
}

/** Deepest chain of `main` that names a folder again. */
const MAX_MAINS = 5;

function resolved(
  repository: Repository,
  path: string,
  endings: readonly string[],
  depth: number,
): { is: 'file' | 'missing'; path: string } {
  for (const ending of ['', ...endings]) {
    const full = `${path}${ending}`;
    if (path !== '' && repository.lookup(full).is === 'file') return { is: 'file', path: full };
  }
  const missing = { is: 'missing', path } as const;
  if (endings.length === 0 || depth > MAX_MAINS || repository.lookup(path).is !== 'directory') return missing;
  const manifest = childOf(path, 'package.json');
  const source = repository.read(manifest);
  const json = source.is === 'text' ? parseJson(source.text, manifest) : undefined;
  // Bun's own templates name the file under `module`.
  const main = stringAt(json, 'main') ?? (endings.includes('.ts') ? stringAt(json, 'module') : undefined);
  const named = main === undefined ? undefined : join(path, main);
  const byMain = named === undefined || named === path ? undefined : resolved(repository, named, endings, depth + 1);
  if (byMain?.is === 'file') return byMain;
  const index = endings
    .map((ending) => childOf(path, `index${ending}`))
    .find((each) => repository.lookup(each).is === 'file');
  if (index !== undefined) return { is: 'file', path: index };
  return byMain ?? missing;
}

/** The words behind the program's name and command that are no options. */
function operandsOf({ words, program }: Asked): Words {
  const call = program.calls.find(([name]) => name === words[0]) ?? [];
  const { operands, rest } = readOptions(words.slice(1), program.options ?? []);
  const own = [...operands, ...(rest ?? [])];
  const commands = Math.max(
    0,
    ...program.calls
      .filter((each) => each[0] === words[0] && each.slice(1).every((word, index) => own[index] === word))
      .map((each) => each.length - 1),
  );
  return own.slice(Math.max(commands, call.length > 0 ? commands : 0));
}

export function fileTarget(asked: Asked, { fallbacks = [] }: Extract<FindTarget, { by: 'file' }>): FoundTarget {
  const operands = operandsOf(asked);
  if (operands.length > 0) return asFile(operands[0], asked, []);
  const found = fallbacks
    .map((name) => join(asked.folder, name))
    .find((path) => path !== undefined && asked.repository.lookup(path).is === 'file');
  return found === undefined ? NO_TARGET : { target: { is: 'file', path: byDefault(found, asked) } };
}

export function folderTarget(
  asked: Asked,
  { options = [], fallback }: Extract<FindTarget, { by: 'folder' }>,
): FoundTarget {
  const given = option(readOptions(asked.words.slice(1), [...options, ...(asked.program.options ?? [])]), ...options);
  const operands = options.length > 0 ? [] : operandsOf(asked);
  const isWritten = given.given || operands.length > 0;
  const name = given.given ? given.value : operands.length > 0 ? operands[0] : fallback;
  if (name === undefined) return { target: { is: 'folder', path: unknown(BY_VARIABLE, asked.at) } };
  const path = join(asked.folder, name);
  if (path === undefined)
    return { target: { is: 'folder', path: unknown(`${name} is outside the repository`, asked.at) } };
  const target: Target = { is: 'folder', path: isWritten ? written(path, asked.at) : byDefault(path, asked) };
  const isThere = !isWritten || asked.repository.lookup(path).is !== 'missing';
  return isThere ? { target } : { target, missing: missingFolder(asked.repository, name, path) };
}
