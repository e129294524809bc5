import type { FollowedCommand } from '../../launch/flow.js';
import type { Followed } from '../../launch/followed.js';
import type { Environment, Process } from '../../model/process.js';
import type { Location } from '../../model/location.js';
import { join, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { modulesOnLoad } from './python.js';
import type { Called } from './wants.js';

/** What a manage.py imports, with all that the settings name for Django, whichever of its commands runs. */
export async function importedByManagement(
  repository: Repository,
  { file, environment, at }: { file: string; environment: Environment; at: Location },
): Promise<readonly Called[]> {
  const path = { is: 'known', value: file, at, from: { by: 'written' } } as const;
  const program = { name: 'manage.py', words: ['manage.py'], role: 'runtime', target: { is: 'file', path } } as const;
  const process: Process = { program, folder: parent(file), environment, steps: [], at, conditional: false };
  const loaded = await modulesOnLoad(repository, process);
  return loaded.map((each) => ({ ...each, what: 'module', from: 'anywhere' }));
}

/**
 * Commands that end well without the project's apps (django.core.management.ManagementUtility.execute), and one that is
 * no part of a deploy.
 */
const WITHOUT_APPS = new Set(['help', 'version', '--help', '-h', '--version', 'startproject', 'startapp', 'runserver']);

/** What those commands import that are of manage.py and end their phase where it is not there. */
export async function importedByCommands(
  repository: Repository,
  commands: Followed['commands'],
): Promise<readonly Called[]> {
  const called: Called[] = [];
  for (const command of commands) {
    const { fatal, conditional } = command.weight;
    if (fatal && !conditional) called.push(...(await importedByCommand(repository, command)));
  }
  return called;
}

/** What a command imports that is one of manage.py; nothing where it is another. */
async function importedByCommand(
  repository: Repository,
  { words, folder, environment, at, steps }: FollowedCommand,
): Promise<readonly Called[]> {
  const [program, ...rest] = words;
  if (program !== 'python') return [];
  const index = rest.findIndex((word) => word?.startsWith('-') !== true);
  const [script, command] = rest.slice(index);
  if (index === -1 || script === undefined || !/(?:^|\/)manage\.py$/.test(script)) return [];
  if (command === undefined || WITHOUT_APPS.has(command)) return [];
  const file = join(folder, script);
  if (file === undefined || repository.lookup(file).is !== 'file') return [];
  const imported = await importedByManagement(repository, { file, environment, at });
  return imported.map((each) => ({ ...each, steps: [...steps, ...each.steps] }));
}
