import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import { baseName } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import type { Surroundings } from '../surroundings.js';
import type { Words } from '../words.js';
import { handlesFiles, writes } from './file-commands.js';
import type { BuildCommand } from './outputs.js';
import { pathIn } from './paths.js';
import { followBuilt, serviceBuild, stepsOf } from './service.js';
import { MadeTree } from './tree.js';

/**
 * The files that commands of the build or the start of a service write, as `cp production.json config.json` does: what
 * they hold when the program starts is not what stands in the repository. By path, each with a clause that says so.
 */
export async function writtenFiles(
  repository: Repository,
  service: Service,
  given: { folder: string; surroundings: Surroundings },
): Promise<ReadonlyMap<string, string>> {
  const runtime = knownValue(service.runtime);
  if (runtime === 'docker' || runtime === 'image') return new Map();
  const build = await serviceBuild(repository, service, given);
  const start = await followBuilt(repository, service, service.startCommand, {
    ...given,
    subject: 'the start command',
  });
  const tree = new MadeTree(repository);
  for (const step of [...build, ...(start ? stepsOf(start) : [])]) if (step.is === 'command') write(tree, step);
  const files = [...tree.files].filter(([path]) => baseName(path) !== '.');
  return new Map(files.map(([path, { by }]) => [path, `is written by \`${by.program}\``]));
}

function write(tree: MadeTree, { words, folder, at, steps, writes: redirected }: BuildCommand): void {
  const by = { program: words[0] ?? 'a command', at, steps };
  const context = { tree, folder, by, certain: false };
  if (redirected) writes(redirected, context);
  if (words[0] === 'touch') return;
  if (isEditor(words))
    writes(
      words.slice(1).filter((word) => isFile(tree.repository, folder, word)),
      context,
    );
  else handlesFiles(words, context);
}

/** Programs that change files in place with this option, as their manuals say. */
const IN_PLACE: Readonly<Record<string, RegExp>> = {
  sed: /^(?:-[nErsz]*i|--in-place)/,
  perl: /^-[pnlae0]*i/,
  yq: /^(?:-[a-zA-Z]*i|--inplace)/,
  json: /^-\w*I/,
};

function isEditor([program = '', ...rest]: Words): boolean {
  const option = Object.hasOwn(IN_PLACE, program) ? IN_PLACE[program] : undefined;
  return option !== undefined && rest.some((word) => word !== undefined && option.test(word));
}

function isFile(repository: Repository, folder: string, word: string | undefined): boolean {
  const path = word === undefined ? undefined : pathIn(repository, folder, word);
  return path !== undefined && repository.lookup(path).is === 'file';
}
