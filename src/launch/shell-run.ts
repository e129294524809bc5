import type { Location } from '../model/location.js';
import type { Variable } from '../model/process.js';
import { join, parent } from '../repository/paths.js';
import { parseShell, type ShellCommand, type ShellItem, type ShellList } from '../syntax/shell.js';
import { extended, opened } from './environment.js';
import {
  brief,
  failing,
  fileText,
  MAX_DEPTH,
  NOTHING,
  part,
  writtenVariable,
  type Flow,
  type FlowPart,
  type Follower,
  type Place,
  type ShellText,
} from './flow.js';
import { missingFile } from './missing.js';
import { BUILTINS, type BuiltinShell } from './shell-builtins.js';
import { assign, copied, forked, merge, replaced, type Shell } from './shell-state.js';
import { hasFailed, hasStopped, negated, quietly, statusOf, testResult, type Status } from './shell-status.js';
import { expandText, expandWords, type Scope, type Setting, type Words } from './words.js';

/** One text, run by one shell. */
export class ShellRun implements BuiltinShell {
  constructor(
    private readonly follower: Follower,
    private readonly text: ShellText,
    private readonly place: Place,
    private readonly sourceFolder: string | undefined,
  ) {}

  /** `last`: nothing follows in the text, so added words belong to its last command. */
  async list(list: ShellList, shell: Shell, last = true): Promise<Flow> {
    const parts: FlowPart[] = [];
    let status: Status = 'yes';
    for (const [index, { command, after, background }] of list.entries()) {
      const before = parts.at(-1);
      if (after === ';' && shell.strict && before && !before.background && hasFailed(before.flow)) break;
      if ((after === '&&' && status === 'no') || (after === '||' && status === 'yes')) continue;
      const unsure: boolean = (after === '&&' && status === 'open') || (after === '||' && status !== 'no');
      const isLast = last && index === list.length - 1;
      const flow: Flow = background
        ? await this.#command(command, forked(shell), isLast)
        : unsure
          ? await this.#maybe(command, shell, isLast)
          : await this.#command(command, shell, isLast);
      parts.push({ flow, after, background, ...(shell.strict && { strict: true }), ...(unsure && { unsure }) });
      status = unsure ? 'likely' : background ? 'yes' : statusOf(flow);
    }
    return { is: 'sequence', parts };
  }

  /** A command that may not be reached: what it changes is not decided then. */
  async #maybe(command: ShellCommand, shell: Shell, last: boolean): Promise<Flow> {
    const inner = copied(shell);
    inner.conditional = true;
    const flow = await this.#command(command, inner, last);
    if (!hasStopped(flow)) merge(shell, [copied(shell), inner]);
    return flow;
  }

  async #command(command: ShellCommand, shell: Shell, last: boolean): Promise<Flow> {
    switch (command.is) {
      case 'simple':
        return this.#simple(command, shell, last);
      case 'list':
        return this.list(command.list, shell, last);
      case 'subshell':
        return this.list(command.list, forked(shell), last);
      case 'pipe': {
        const flows: Flow[] = [];
        for (const each of command.commands) flows.push(await this.#command(each, forked(shell), last));
        return { is: 'pipe', flows };
      }
      case 'if':
        return this.#if(command, shell);
      case 'case':
        return this.#case(command, shell);
      case 'not':
        return negated(await this.#command(command.command, shell, last));
      case 'loop':
        return this.#loop(command, shell);
      case 'function':
        shell.functions.set(command.name, command.body);
        return NOTHING;
      case 'test':
        return this.tested(expandWords(command.words, this.#scope(shell)), shell);
    }
  }

  async #if({ branches }: Extract<ShellCommand, { is: 'if' }>, shell: Shell): Promise<Flow> {
    const flows: Flow[] = [];
    const ends: Shell[] = [];
    for (const { test, body } of branches) {
      const inner = copied(shell);
      inner.conditional ||= flows.length > 0;
      const tested = await this.list(test, inner, false);
      const status = test.length === 0 ? 'yes' : statusOf(tested);
      const before = quietly(tested);
      if (status === 'no') {
        flows.push(before);
        continue;
      }
      inner.conditional ||= status !== 'yes';
      const done = await this.list(body, inner, false);
      flows.push({ is: 'sequence', parts: [part(before), part(done)] });
      if (!hasStopped(done)) ends.push(inner);
      if (status === 'yes') return this.#chosen(flows, ends, shell, true);
    }
    return this.#chosen(flows, ends, shell, false);
  }

  async #case({ word, branches }: Extract<ShellCommand, { is: 'case' }>, shell: Shell): Promise<Flow> {
    const scope = this.#scope(shell);
    const text = expandText(word, scope);
    const flows: Flow[] = [];
    const ends: Shell[] = [];
    for (const { patterns, body } of branches) {
      const isAny = patterns.some(({ raw }) => raw === '*');
      const texts = patterns.map((pattern) => expandText(pattern, scope));
      const isMatch = isAny || (text !== undefined && texts.includes(text));
      if (!isMatch && text !== undefined && !texts.includes(undefined)) continue;
      const isCertain = isMatch && (text !== undefined || isAny);
      const inner = copied(shell);
      inner.conditional ||= flows.length > 0 || !isCertain;
      const done = await this.list(body, inner, false);
      flows.push(done);
      if (!hasStopped(done)) ends.push(inner);
      if (isCertain) return this.#chosen(flows, ends, shell, true);
    }
    return this.#chosen(flows, ends, shell, false);
  }

  /** The branches that may run; `exhaustive`: one of them does. */
  #chosen(flows: readonly Flow[], ends: readonly Shell[], shell: Shell, exhaustive: boolean): Flow {
    merge(shell, exhaustive ? ends : [...ends, copied(shell)]);
    const [only] = flows;
    if (flows.length === 1 && only && exhaustive) return only;
    return { is: 'either', flows, exhaustive };
  }

  async #loop({ test, body, variable }: Extract<ShellCommand, { is: 'loop' }>, shell: Shell): Promise<Flow> {
    const inner = copied(shell);
    const endless = test.length === 1 && isAlwaysTrue(test);
    inner.conditional ||= !endless;
    // Its values are those of files, mostly.
    if (variable !== undefined) assign(inner, variable, writtenVariable(undefined, this.text.places(0, 1)));
    const flow: Flow = {
      is: 'sequence',
      parts: [part(await this.list(test, inner, false)), part(await this.list(body, inner, false))],
    };
    merge(shell, [copied(shell), inner]);
    return { is: 'loop', flow, endless };
  }

  async #simple(command: Extract<ShellCommand, { is: 'simple' }>, shell: Shell, last: boolean): Promise<Flow> {
    if (!this.follower.spend()) return NOTHING;
    const at = this.text.places(command.start, command.end);
    const scope = this.#scope(shell, at);
    const changes = command.assignments.map(({ name, value }) => {
      return [name, writtenVariable(value && expandText(value, scope), at)] as const;
    });
    const added = last ? (this.text.added ?? []) : [];
    const words = [...expandWords(command.words, scope), ...added];
    const [program] = words;
    if (words.length === 0) {
      for (const [name, variable] of changes) assign(shell, name, variable);
      return NOTHING;
    }
    const builtin = program !== undefined && Object.hasOwn(BUILTINS, program) ? BUILTINS[program] : undefined;
    // `echo … > file` does not end with what it prints: it leaves a file.
    const fills = command.writes && (program === 'echo' || program === 'printf');
    if (builtin && !fills) return builtin({ words: words.slice(1), raw: command, changes, shell, at, run: this });
    const inner = last && this.text.execsLast === true ? replaced(shell) : shell;
    const isolated =
      changes.length === 0 ? inner : { ...inner, environment: extended(shell.environment, new Map(changes)) };
    const behind = added.length === 0 ? '' : ` ${added.map((word) => word ?? '…').join(' ')}`;
    const flow = await this.words(words, at, isolated, `${this.written(command)}${behind}`);
    if (!command.writes || flow.is !== 'command') return flow;
    return { is: 'command', command: { ...flow.command, writes: expandWords(command.writes, scope) } };
  }

  program(words: Words, at: Location, place: Place): Promise<Flow> {
    return this.follower.command(words, at, place);
  }

  async words(words: Words, at: Location, shell: Shell, raw: string): Promise<Flow> {
    const [program, ...rest] = words;
    const place = this.at(at, shell, raw);
    const body = program === undefined ? undefined : shell.functions.get(program);
    if (body) return this.#function(program ?? '', body, rest, at, shell);
    if (place === undefined) {
      // Where a `cd` could not be read, its own gap says so.
      return shell.isLost ? NOTHING : this.follower.gap('the folder it runs in depends on a condition', at, this.place);
    }
    return this.follower.command(words, at, place);
  }

  async #function(name: string, body: ShellCommand, args: Words, at: Location, shell: Shell): Promise<Flow> {
    const key = `${this.text.file ?? ''}()${name}`;
    const { within } = this.place;
    if (within.includes(key) || within.length >= MAX_DEPTH) {
      return this.follower.gap(`the function ${name} runs itself, over and over`, at, this.place);
    }
    const outer = shell.args;
    shell.args = args;
    const run = new ShellRun(this.follower, this.text, { ...this.place, within: [...within, key] }, this.sourceFolder);
    const flow = await run.#command(body, shell, false);
    shell.args = outer;
    return flow;
  }

  tested(words: Words, { folder }: Shell): Flow {
    const exists = (path: string): boolean => {
      const target = folder === undefined ? undefined : join(folder, path);
      return target !== undefined && ['file', 'directory'].includes(this.follower.repository.lookup(target).is);
    };
    const result = testResult(words, exists);
    return result === undefined ? { is: 'test' } : { is: 'test', result };
  }

  at(at: Location, shell: Shell, raw: string): Place | undefined {
    if (shell.folder === undefined) return undefined;
    const { subject } = this.text;
    const step = { at, words: `${subject ?? ''} runs ${brief(raw)}` };
    return {
      ...this.place,
      folder: shell.folder,
      environment: shell.environment,
      conditional: shell.conditional,
      // The shell of the text is the last of them.
      ...(shell.isReplaced && this.place.parents && { parents: this.place.parents.slice(0, -1) }),
      steps: subject === undefined ? this.place.steps : [...this.place.steps, step],
    };
  }

  async cd(raw: string, path: string | undefined, at: Location, shell: Shell): Promise<Flow> {
    const place = this.at(at, shell, `cd ${raw}`) ?? this.place;
    const beside = this.text.file === undefined ? undefined : besideScript(raw, this.text.file);
    if (beside !== undefined) {
      shell.folder = beside;
      return NOTHING;
    }
    if (path === undefined || shell.folder === undefined || path.startsWith('~') || path === '-') {
      shell.folder = undefined;
      shell.isLost = true;
      return failing(this.follower.gap(`the folder of \`cd ${raw}\` cannot be read`, at, place));
    }
    const found = this.follower.folder(path, at, place);
    if (found.is === 'folder') {
      shell.folder = found.folder;
      return NOTHING;
    }
    const missing = found.is === 'gap' ? found.gap.missing : undefined;
    if (missing && (await this.follower.isMade(missing.path))) {
      shell.folder = missing.path;
      return NOTHING;
    }
    if (found.is === 'gap' && found.gap.missing && shell.conditional) {
      // A condition that asks for the folder is met where the build makes it.
      shell.folder = found.gap.missing.path;
      return { ...found, fails: false };
    }
    if (found.is === 'gap' && !found.gap.missing) {
      shell.folder = undefined;
      shell.isLost = true;
      return failing(this.follower.gap(`the folder of \`cd ${raw}\` cannot be read`, at, place));
    }
    return found;
  }

  async source(name: string | undefined, args: Words, at: Location, shell: Shell): Promise<Flow> {
    const place = this.at(at, shell, `source ${name ?? ''}`);
    const file = name === undefined || !place ? undefined : join(place.folder, name);
    const source = file === undefined ? undefined : this.follower.repository.read(file);
    // A virtual environment is made by the build.
    if (name?.endsWith('bin/activate') === true || !place) return NOTHING;
    if (file === undefined || source?.is !== 'text') {
      shell.environment = opened(shell.environment);
      const missing =
        source?.is === 'missing' ? missingFile(this.follower.repository, name ?? '', file ?? '') : undefined;
      // A file of variables is rarely committed: the service may be given it.
      if (/(?:^|\/)\.env|\.env$/.test(name ?? '') || /nvm\.sh$|profile$|bashrc$/.test(name ?? '')) return NOTHING;
      return failing(
        this.follower.gap(
          `${file ?? 'what it reads'} ${source?.is === 'text' || !source ? 'cannot be read' : source.why}`,
          at,
          place,
          missing,
        ),
      );
    }
    if (place.within.includes(file)) return this.follower.gap(`${file} reads itself, over and over`, at, place);
    const script = await parseShell(source.text);
    const inside = { ...place, within: [...place.within, file] };
    const text = fileText(source.text, file, args);
    return new ShellRun(this.follower, text, inside, this.sourceFolder).list(script.list, shell);
  }

  written({ start, end }: { start: number; end: number }): string {
    return this.text.text.slice(start, end);
  }

  gap(why: string, at: Location, place: Place): Flow {
    return this.follower.gap(why, at, place);
  }

  exportFile(path: string | undefined, at: Location, shell: Shell): void {
    const place = this.at(at, shell, '');
    if (path === undefined || !place) shell.environment = opened(shell.environment);
    else shell.environment = this.follower.variables({ path, overrides: true, optional: true }, at, place).environment;
  }

  evaluated(text: string, at: Location, place: Place): Promise<Flow> {
    const within = [...place.within, 'eval'];
    return this.follower.text({ text, places: () => at, subject: 'eval' }, { ...place, within });
  }

  #scope(shell: Shell, place: Location = this.text.places(0, 1)): Scope {
    const absolute = (path: string | undefined): string | undefined =>
      path === undefined || this.sourceFolder === undefined ? undefined : `${this.sourceFolder}${path && '/'}${path}`;
    return {
      variable: (name) => settingOf(shell.own.get(name) ?? shell.environment.variable(name)),
      assign(name, text) {
        shell.own.set(name, writtenVariable(text, place));
      },
      args: shell.args,
      workingFolder: absolute(shell.folder),
      script: absolute(this.text.file),
    };
  }
}

function settingOf(variable: Variable): Setting {
  if (variable.is !== 'set') return { is: variable.is };
  return { is: 'set', text: variable.value.is === 'known' ? variable.value.value : undefined };
}

function isAlwaysTrue(list: readonly ShellItem[]): boolean {
  const [item] = list;
  return item?.command.is === 'simple' && ['true', ':'].includes(item.command.words[0]?.text ?? '');
}

/** The folder of `cd "$(dirname "$0")"`, with a path behind it or without. */
function besideScript(raw: string, script: string): string | undefined {
  const [match, behind = ''] =
    /^"?\$\(dirname (?:--? )?"?\$(?:0|\{?BASH_SOURCE(?:\[0\])?\}?)"?\)(\/[\w./-]*)?"?$/.exec(raw) ?? [];
  return match === undefined ? undefined : join(parent(script), behind.replace(/^\/+/, ''));
}
