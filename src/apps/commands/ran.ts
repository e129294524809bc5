import { serviceFolders } from '../../launch/folder.js';
import type { Surroundings } from '../../launch/surroundings.js';
import type { Location } from '../../model/location.js';
import type { Launch } from '../../model/process.js';
import type { Service } from '../../model/service.js';
import { knownValue } from '../../model/value.js';
import { childOf, parent } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { follow, isSamePlace } from '../../launch/followed.js';
import { followBuilt } from '../../launch/outputs/service.js';

/** A command that a service runs while it is built, before it is deployed, or when it starts. */
interface RanCommand {
  /** Its words; one that is not known is `?`. */
  text: string;
  folder: string;
  at: Location;
}

/** What a service runs in all. */
export interface RanCommands {
  commands: readonly RanCommand[];
  /** Texts of commands as they are written: of an image, and of what is not followed further. */
  texts: readonly string[];
  /** Why there may be others, a clause with its place. Undefined: these are all. */
  gap: { why: string; at: Location } | undefined;
  /** The folders it works in, that of its root first. */
  folders: readonly string[];
}

/** Follows the build, the pre-deploy and the start command. Never rejects. */
export async function ranCommands(
  repository: Repository,
  service: Service,
  launch: Launch,
  surroundings: Surroundings,
): Promise<RanCommands> {
  const [root = ''] = serviceFolders(repository, service);
  const folder = launch.folder ?? root;
  const commands: RanCommand[] = [];
  let gap: RanCommands['gap'];
  const phases = [
    { command: service.buildCommand, subject: 'the build', follows: follow },
    { command: service.preDeployCommand, subject: 'the pre-deploy command', follows: followBuilt },
    { command: service.startCommand, subject: 'the start command', follows: followBuilt },
  ];
  for (const { command, subject, follows } of phases) {
    if (command.is === 'unknown') gap ??= { why: command.why, at: command.at };
    const found = await follows(repository, service, command, { folder, subject, surroundings });
    for (const each of found?.commands ?? []) {
      commands.push({ text: each.words.map((word) => word ?? '?').join(' '), folder: each.folder, at: each.at });
    }
    // What the start command does not find before the build has run is among the gaps of the launch, unless it is made.
    const missing = command === service.startCommand ? undefined : found?.gaps[0];
    if (missing) gap ??= { why: missing.why, at: missing.at };
  }
  for (const process of [...launch.before, ...launch.processes]) {
    commands.push({
      text: process.program.words.map((word) => word ?? '?').join(' '),
      folder: process.folder,
      at: process.at,
    });
  }
  // A program whose file is not there yet is known nevertheless.
  const isKnown = ({ missing, at }: Launch['gaps'][number]): boolean =>
    missing !== undefined && launch.processes.some((process) => isSamePlace(process.at, at));
  const first = launch.gaps.find((each) => !isKnown(each));
  if (first) gap ??= { why: first.why, at: first.at };
  const folders = [...new Set([folder, ...launch.processes.map((process) => process.folder)])];
  return { commands, texts: writtenTexts(repository, service, folder), gap, folders };
}

/** The service's own entry, the file of its image, and the shell scripts beside it. */
function writtenTexts(repository: Repository, service: Service, folder: string): readonly string[] {
  const entry = repository.read(service.file);
  const texts = entry.is === 'text' ? [entry.text.slice(service.entry.start.offset, service.entry.end.offset)] : [];
  if (knownValue(service.runtime) !== 'docker') return texts;
  const dockerfile = (knownValue(service.dockerfile) ?? childOf(folder, 'Dockerfile')).replace(/^\.?\//, '');
  const source = repository.read(dockerfile);
  if (source.is !== 'text') return texts;
  const scripts = source.text.match(/(?<![\w./-])[\w./-]+\.(?:sh|py|js)\b/g) ?? [];
  const near = [folder, parent(dockerfile)];
  const named = [
    ...new Set(
      scripts.flatMap((script) =>
        near.map((each) => childOf(each, script.replace(/^(?:\.|\/app|\/code|\/usr\/src\/app)?\//, ''))),
      ),
    ),
  ];
  const bare = [...new Set(scripts.map((script) => script.replace(/^.*\//, '')))];
  const entrypoints = [
    ...named,
    ...bare.flatMap((script) =>
      ['', 'scripts', 'docker', 'bin'].flatMap((inside) =>
        near.map((each) => [each, inside, script].filter((part) => part !== '').join('/')),
      ),
    ),
  ];
  const read = [...new Set(entrypoints)].flatMap((path) => {
    const script = repository.read(path);
    return script.is === 'text' ? [script.text] : [];
  });
  return [...texts, source.text, ...read];
}

/** Whether something that a service runs matches. `unknown`: not all that it runs is known. */
export function runs({ commands, texts, gap }: RanCommands, pattern: RegExp): 'yes' | 'no' | 'unknown' {
  if (commands.some(({ text }) => pattern.test(text)) || texts.some((text) => pattern.test(text))) return 'yes';
  return gap ? 'unknown' : 'no';
}
