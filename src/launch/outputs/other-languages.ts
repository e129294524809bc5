import { foldersUp } from '../../code/packages.js';
import { childOf } from '../../repository/paths.js';
import { option, readOptions } from '../tools/options.js';
import type { Making, Ran } from './making.js';
import { pathIn } from './paths.js';

/** `go build -o app` makes that file; without a name, one in the folder it runs in, called as the package is. */
export function goMaking({ repository, folder, words }: Ran): Making {
  const options = readOptions(words.slice(2), [
    '-o',
    '-tags',
    '-ldflags',
    '-mod',
    '-p',
    '-gcflags',
    '-buildmode',
    '-C',
  ]);
  const out = option(options, '-o');
  const path = out.value === undefined ? undefined : pathIn(repository, folder, out.value);
  if (!out.given || path === undefined || option(options, '-C').given) return { folders: [folder] };
  const isFolder = out.value?.endsWith('/') === true || repository.lookup(path).is === 'directory';
  return isFolder ? { folders: [path] } : { files: [{ path }] };
}

/** All of it is in `target`, of the folder or of the workspace above. */
export function cargoMaking({ repository, folder, words }: Ran): Making {
  const out = option(readOptions(words.slice(2), ['--target-dir', '--root', '--path']), '--target-dir', '--root').value;
  const named = out === undefined ? undefined : pathIn(repository, folder, out);
  const manifests = foldersUp(folder).filter((each) => repository.lookup(childOf(each, 'Cargo.toml')).is === 'file');
  return { folders: [...manifests.map((each) => childOf(each, 'target')), ...(named === undefined ? [] : [named])] };
}

/** Builds of Java and .NET, whose file names come from their own files: anything below the folder may be made. */
export function inProjectFolders({ repository, folder, words }: Ran): Making {
  const out = option(
    readOptions(words.slice(2), ['-o', '--output', '-f', '--file', '-p', '-c']),
    '-o',
    '--output',
  ).value;
  const named = out === undefined ? undefined : pathIn(repository, folder, out);
  return { folders: [folder, ...(named === undefined ? [] : [named])] };
}
