import type { Location } from '../model/location.js';
import { linesOf } from '../syntax/lines.js';
import { pathMeant, type Ground } from './command-paths.js';
import { failing, fileText, NOTHING, runs, type Flow, type Follower, type Place } from './flow.js';
import { missingFile } from './missing.js';
import { belowScript, belowShell, execsLastOf } from './parents.js';
import type { Words } from './words.js';

/** The programs that read a text as commands. */
export const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'dash', 'zsh', 'ash', 'ksh']);

/** Follows shells that are called by name, and files that are run by their path. */
export class ShellScripts {
  constructor(
    private readonly follower: Follower,
    private readonly ground: Ground,
  ) {}

  /** `sh -c '…'` and `bash build.sh`. */
  async shell(program: string, words: Words, at: Location, place: Place): Promise<Flow> {
    const { flags, operand, args } = shellWords(words);
    if (flags === undefined) return this.follower.gap(`what ${program} runs depends on a variable`, at, place);
    const strict = flags.includes('e');
    if (!flags.includes('c')) {
      if (operand === undefined && words.length > 0)
        return this.follower.gap(`what ${program} runs depends on a variable`, at, place);
      return operand === undefined ? NOTHING : this.#scriptFile(operand, args, at, place, strict);
    }
    if (operand === undefined) return this.follower.gap(`what ${program} runs depends on a variable`, at, place);
    const execsLast = execsLastOf(program, this.ground.image);
    return this.follower.text(
      {
        ...{ text: operand, places: () => at, subject: `${program} -c`, args: args.slice(1), strict },
        ...(execsLast === true && { execsLast }),
      },
      { ...belowShell(place, program, at, execsLast), within: [...place.within, '-c'] },
    );
  }

  /** A file that is run by its path. */
  async file(program: string, args: Words, at: Location, place: Place): Promise<Flow> {
    const path = pathMeant(this.ground, program, place.folder);
    const source = path === undefined ? undefined : this.ground.repository.read(path);
    if (source?.is === 'text') {
      const [, interpreter] =
        /^#![ \t]*(?:\/usr\/bin\/env[ \t]+(?:-S[ \t]+)?)?\S*?([\w.-]+)(?:[ \t].*)?$/m.exec(firstLine(source.text)) ??
        [];
      const isShell = interpreter === undefined ? !/\.[cm]?[jt]s$|\.py$|\.rb$/.test(program) : SHELLS.has(interpreter);
      if (interpreter !== undefined && firstLine(source.text) !== firstLine(source.text, true)) {
        const lines = linesOf(path ?? '', source.text);
        const why = 'its first line ends with a carriage return, which becomes part of the name of the program';
        return failing(this.follower.gap(why, lines.location(0, firstLine(source.text).length), place));
      }
      if (isShell) return this.#scriptFile(program, args, at, place, false);
      if (interpreter !== undefined) return this.follower.command([interpreter, program, ...args], at, place);
    }
    if (program.endsWith('.sh')) return this.#scriptFile(program, args, at, place, false);
    return runs([program, ...args], at, place);
  }

  async #scriptFile(name: string, args: Words, at: Location, place: Place, strict: boolean): Promise<Flow> {
    const file = pathMeant(this.ground, name, place.folder);
    if (file === undefined) return this.follower.gap(`${name} is outside the repository`, at, place);
    const source = this.ground.repository.read(file);
    if (source.is !== 'text') {
      const missing = source.is === 'missing' ? missingFile(this.ground.repository, name, file) : undefined;
      return failing(this.follower.gap(`${file} ${source.why}`, at, place, missing));
    }
    if (place.within.includes(file)) return this.follower.gap(`${file} runs itself, over and over`, at, place);
    const isStrict = strict || /^#!.*[ \t]-\w*e/.test(source.text);
    const text = { ...fileText(source.text, file, args), strict: isStrict };
    return this.follower.text(text, { ...belowScript(place, name, source.text, at), within: [...place.within, file] });
  }
}

/** The options of a shell, and what it runs; options are undefined where one cannot be read. */
function shellWords(words: Words): { flags: string | undefined; operand: string | undefined; args: Words } {
  let flags = '';
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) return { flags: undefined, operand: undefined, args: [] };
    if (word === '--') {
      at++;
      break;
    }
    if (/^-[a-zA-Z]+$/.test(word)) {
      flags += word.slice(1);
      if (word.endsWith('o')) {
        if (words[at + 1] === 'errexit') flags += 'e';
        at++;
      }
    } else if (!word.startsWith('--') && !word.startsWith('+')) break;
  }
  return { flags, operand: words[at], args: words.slice(at + 1) };
}

function firstLine(text: string, whole = false): string {
  const end = text.indexOf('\n');
  const line = text.slice(0, Math.min(200, end === -1 ? text.length : end));
  return whole ? line : line.replace(/\r$/, '');
}
