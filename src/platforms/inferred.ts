import type { Location } from '../model/location.js';
import type { Service, ServiceKind } from '../model/service.js';
import { written } from '../model/value.js';
import { childOf } from '../repository/paths.js';
import type { Repository } from '../repository/repository.js';
import { parseJson, stringAt, member } from '../syntax/json.js';
import { linesOf } from '../syntax/lines.js';
import { parseProcfile } from '../syntax/procfile.js';
import { foldersByLevel } from './folders.js';
import { undeclaredService } from './undeclared.js';

/**
 * The services a repository without a platform file most likely deploys: those of the top folder, or, where it shows
 * none, of the nearest folders below that show one. In each folder the first sign counts: a Procfile, a Dockerfile, a
 * package.json with a start script or a server.js beside it, a manage.py.
 */
export function inferServices(repository: Repository, platform: string): readonly Service[] {
  for (const folders of foldersByLevel(repository)) {
    const found = folders.flatMap((folder) => servicesIn(repository, folder, platform));
    if (found.length > 0) return found;
  }
  return [];
}

/** Where a sign was found, and what every service of it has in common. */
interface Sign {
  platform: string;
  name: string;
  folder: string;
  file: string;
  text: string;
}

type Reader = (sign: Sign, repository: Repository) => readonly Service[];

const SIGNS: readonly (readonly [name: string, read: Reader])[] = [
  ['Procfile', procfileServices],
  ['Dockerfile', dockerService],
  ['package.json', nodeService],
  ['manage.py', djangoService],
];

function servicesIn(repository: Repository, folder: string, platform: string): readonly Service[] {
  for (const [name, read] of SIGNS) {
    const found = repository.lookup(childOf(folder, name));
    if (found.is !== 'file') continue;
    // The path with links resolved: a report cannot point at a link.
    const { path: file } = found;
    const source = repository.read(file);
    if (source.is !== 'text') continue;
    const services = read({ platform, name, folder, file, text: source.text }, repository);
    if (services.length > 0) return services;
  }
  return [];
}

function procfileServices(sign: Sign): readonly Service[] {
  return (
    parseProcfile(sign.text, sign.file)
      // `release` runs before a deploy and ends (https://devcenter.heroku.com/articles/release-phase).
      .filter(({ process }) => process !== 'release')
      .map(({ process, processAt, command, commandAt }) =>
        inferred(sign, process === 'web' ? 'web' : 'worker', processAt, {
          name: written(process, processAt),
          startCommand: written(command, commandAt),
        }),
      )
  );
}

function dockerService(sign: Sign): readonly Service[] {
  const at = firstLine(sign);
  const parts = { runtime: written('docker', at), dockerfile: written(sign.file, at) };
  return [inferred(sign, 'web', at, parts)];
}

function nodeService(sign: Sign, repository: Repository): readonly Service[] {
  const manifest = parseJson(sign.text, sign.file);
  const start = member(manifest, 'scripts', 'start');
  // Without the script, `npm start` runs a server.js (https://docs.npmjs.com/cli/v11/commands/npm-start).
  const hasServer = manifest && !start && repository.lookup(childOf(sign.folder, 'server.js')).is === 'file';
  const at = start?.is === 'string' ? start.at : hasServer ? firstLine(sign) : undefined;
  if (!at) return [];
  const name = member(manifest, 'name');
  const parts = { runtime: written('node', at), startCommand: written('npm start', at) };
  return [
    inferred(sign, 'web', at, {
      ...parts,
      ...(name?.is === 'string' && stringAt(name) !== '' && { name: written(name.value, name.at) }),
    }),
  ];
}

function djangoService(sign: Sign): readonly Service[] {
  const at = firstLine(sign);
  return [inferred(sign, 'web', at, { runtime: written('python', at) })];
}

function inferred(sign: Sign, kind: ServiceKind, at: Location, parts: Partial<Service>): Service {
  const { platform, name: inferredFrom, folder, file } = sign;
  const name = written(folder === '' ? 'the repository' : folder, at);
  const service = undeclaredService({ platform, kind, name, at, file });
  return { ...service, inferredFrom, root: written(folder, at), ...parts };
}

function firstLine({ file, text }: Sign): Location {
  const [line = ''] = text.split(/\r\n|\n|\r/, 1);
  return linesOf(file, text).location(0, line.length);
}
