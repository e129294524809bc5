import type { Location } from '../../model/location.js';
import type { Service } from '../../model/service.js';
import { baseName } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { parseShell } from '../../syntax/shell.js';
import { brief, type Flow, type Follower, type Place } from '../flow.js';
import { below, belowShell, execsLastOf, type ImageShells } from '../parents.js';
import { placesWithin } from '../places.js';
import type { Words } from '../words.js';
import type { ImageFiles } from './files.js';
import type { Image } from './image.js';
import type { ImageCommand } from './image-command.js';

/** What a container is started with. */
export interface Start {
  entrypoint: ImageCommand | undefined;
  cmd: ImageCommand | undefined;
  /** CMD is replaced by the platform file. */
  replaced: boolean;
}

/** ENTRYPOINT and CMD of an image; the command of a service replaces CMD. */
export function startOf({ stage }: Image, { startCommand }: Service, repository: Repository): Start {
  const { entrypoint, cmd } = stage;
  if (startCommand.is !== 'known') return { entrypoint, cmd, replaced: false };
  const { value: text, at } = startCommand;
  const places = placesWithin(repository, at, text);
  return { entrypoint, cmd: { is: 'shell', text, places, shell: [], at }, replaced: true };
}

/** How ENTRYPOINT and CMD are followed. */
export interface Starting {
  image: Image;
  start: Start;
  follower: Follower;
  shells: ImageShells;
  place: Place;
}

/**
 * Follows what a container starts. ENTRYPOINT in shell form leaves CMD out; otherwise the words of CMD stand behind it,
 * those of a shell included (https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact).
 */
export async function followStart(starting: Starting): Promise<Flow> {
  const { image, start, follower, place } = starting;
  const { entrypoint, cmd, replaced } = start;
  if (entrypoint?.is === 'shell') return followText(entrypoint, 'ENTRYPOINT', starting);
  const front = entrypoint ? entrypointWords(entrypoint.words, starting) : undefined;
  if (!entrypoint || !front || (front.length === 0 && cmd?.is === 'shell')) {
    if (!cmd) return follower.gap(withoutCommand(image), image.stage.at, place);
    const subject = subjectOf(cmd.at, replaced ? 'the Docker command' : 'CMD', image);
    if (cmd.is === 'shell') return followText(cmd, subject, starting);
    return followWords(passedWords(cmd.words, starting), cmd.at, subject, starting);
  }
  const behind = await commandWords(cmd, replaced);
  const words = front.length === 0 ? passedWords(behind, starting) : [...front, ...behind];
  const at = front.length === 0 && cmd ? cmd.at : entrypoint.at;
  return followWords(words, at, subjectOf(at, front.length === 0 ? 'CMD' : 'ENTRYPOINT', image), starting);
}

function withoutCommand({ stage, dockerfile }: Image): string {
  if (stage.base) return `${dockerfile} has neither CMD nor ENTRYPOINT`;
  if (stage.image === undefined)
    return `${dockerfile} has neither CMD nor ENTRYPOINT, and its image depends on a variable`;
  return `${dockerfile} has neither CMD nor ENTRYPOINT, and what the image ${stage.image} starts is not known`;
}

/** What a step calls the instruction; one of the base image is called by its name. */
function subjectOf(at: Location, instruction: string, { stage }: Image): string {
  return at === stage.at ? (stage.image ?? instruction) : instruction;
}

/** The words of CMD behind ENTRYPOINT. */
async function commandWords(cmd: ImageCommand | undefined, replaced: boolean): Promise<Words> {
  if (!cmd) return [];
  if (cmd.is === 'exec') return cmd.words;
  if (!replaced) return [...cmd.shell, cmd.text];
  const { list } = await parseShell(cmd.text);
  const [item, ...more] = list;
  if (more.length > 0 || item?.command.is !== 'simple' || item.command.assignments.length > 0) {
    return ['/bin/sh', '-c', cmd.text];
  }
  return item.command.words.map(({ text }) => text);
}

/**
 * ENTRYPOINT without a script of the base image that only prepares something and then runs its own words: what stands
 * in front of it. Undefined where nothing is left but the words of CMD.
 */
function entrypointWords(words: readonly string[], { image }: Starting): readonly string[] | undefined {
  const { base, files } = image.stage;
  const last = words.at(-1) ?? '';
  const own = base?.entrypoint.at(-1);
  const isPassing = own !== undefined && PASSING.test(own) && baseName(last) === baseName(own);
  return isPassing && inPath(last, files) === undefined ? words.slice(0, -1) : words;
}

/** Scripts of the images in the table that end in `exec "$@"`. */
const PASSING = /entrypoint(?:\.sh)?$/;

/** What the script of a base image makes of the words of CMD: options are for its own program. */
function passedWords(words: Words, { image, start }: Starting): Words {
  const { base } = image.stage;
  const [first = ''] = words;
  const isPassed = start.entrypoint !== undefined && base?.passesTo !== undefined;
  if (!isPassed || base.passesTo === undefined) return words;
  return first.startsWith('-') || /^[^/]+\.[cm]?[jt]s$/.test(first) ? [base.passesTo, ...words] : words;
}

async function followWords(words: Words, at: Location, subject: string, starting: Starting): Promise<Flow> {
  const { follower, place, image } = starting;
  const [program, ...rest] = words;
  const shown = words.map((word) => word ?? '…').join(' ');
  const step = { at, words: `${subject} runs ${brief(shown)}` };
  const found = program === undefined ? undefined : inPath(program, image.stage.files);
  const named = found === undefined ? words : [found, ...rest];
  return follower.command(named, at, { ...place, steps: [...place.steps, step] });
}

/** https://docs.docker.com/reference/dockerfile/#environment-replacement lists no PATH of its own: that of Debian and Alpine. */
const PATH = ['usr/local/sbin', 'usr/local/bin', 'usr/sbin', 'usr/bin', 'sbin', 'bin'];

/** The path of a program that an instruction put into a folder of the PATH. */
function inPath(program: string, files: ImageFiles): string | undefined {
  if (program.includes('/')) return files.lookup(program.replace(/^\/+/, '')).is === 'file' ? program : undefined;
  const folder = PATH.find((each) => files.lookup(`${each}/${program}`).is === 'file');
  return folder === undefined ? undefined : `/${folder}/${program}`;
}

/** A text for a shell. Which one runs the command of a platform is not known. */
async function followText(
  command: Extract<ImageCommand, { is: 'shell' }>,
  subject: string,
  { follower, shells, place }: Starting,
): Promise<Flow> {
  const { text, places, shell, at } = command;
  const name = baseName(shell[0] ?? 'sh');
  const isShell = /^(?:ba|da|a|z|k)?sh$/.test(name);
  if (!isShell) return follower.gap(`what ${name} makes of it is not worked out`, at, place);
  const execsLast = execsLastOf(name, shells);
  const inside = shell.length === 0 ? below(place, 'sh', at, 'unknown') : belowShell(place, name, at, execsLast);
  const strict = shell.slice(1).some((word) => /^-\w*e/.test(word));
  return follower.text(
    { text, places, subject, strict, ...(execsLast === true && shell.length > 0 && { execsLast }) },
    inside,
  );
}
