import type { Environment } from '../../model/process.js';
import { knownValue } from '../../model/value.js';
import { join } from '../../repository/paths.js';
import { parseProcfile } from '../../syntax/procfile.js';
import { extended } from '../environment.js';
import { failing, runs, writtenVariable, type Flow, type Tool } from '../flow.js';
import { missingFile } from '../missing.js';
import { placesWithin } from '../places.js';
import { option, readOptions, type Options } from './options.js';

/** Options with a value of the programs that read a Procfile. */
const VALUED = [
  ...['-f', '--procfile', '-j', '-e', '--env', '-d', '--root', '-l', '--processes', '-m', '--formation'],
  ...['-c', '--concurrency', '-p', '--port', '-P', '--port-step', '-t', '--timeout', '-r', '--auto-restart'],
];

/** honcho, foreman, node-foreman, hivemind, overmind and `heroku local` start what a Procfile names. */
function procfile(program: string, commands: readonly string[]): Tool {
  return async (words, at, place, follower) => {
    const all = readOptions(words, VALUED);
    const [command] = all.operands;
    const isStart = command !== undefined && commands.includes(command);
    if (!isStart && commands.length > 0) return runs([program, ...words], at, place);
    const options = { ...all, operands: isStart ? all.operands.slice(1) : all.operands };
    const own = option(options, '-f', '--procfile', '-j');
    const name = own.given ? own.value : program === 'hivemind' ? (options.operands[0] ?? 'Procfile') : 'Procfile';
    const file = name === undefined ? undefined : join(place.folder, name);
    const source = file === undefined ? undefined : follower.repository.read(file);
    if (file === undefined || source?.is !== 'text') {
      const missing =
        file !== undefined && source?.is === 'missing' ? missingFile(follower.repository, name ?? '', file) : undefined;
      const why = source?.is === 'text' || !source ? 'cannot be read' : source.why;
      return failing(follower.gap(`${file ?? 'the Procfile'} ${why}`, at, place, missing));
    }
    if (place.within.includes(file)) return follower.gap(`${file} starts itself, over and over`, at, place);
    const overrides = program === 'honcho' || program === 'foreman';
    const { environment } = follower.variables({ path: '.env', overrides, optional: true }, at, place);
    const names = program === 'hivemind' ? [] : options.operands.flatMap((word) => word?.split(',') ?? []);
    const chosen = chosenProcesses(names, options);
    const flows: Flow[] = [];
    for (const [line, { process, command: text, commandAt }] of parseProcfile(source.text, file).entries()) {
      if (!chosen(process)) continue;
      const body = {
        text,
        places: placesWithin(follower.repository, commandAt, text),
        subject: `the process ${process}`,
      };
      // foreman counts the processes of the file, the others those that are asked for.
      const asked = names.findIndex((word) => nameIn(word) === process);
      const index = program === 'foreman' || asked === -1 ? line : asked;
      const port = portOf(program, options, environment, index);
      const variables = extended(environment, new Map([['PORT', writtenVariable(port, at)]]));
      flows.push(await follower.text(body, { ...place, environment: variables, within: [...place.within, file] }));
    }
    return { is: 'together', flows };
  };
}

/** Processes by name, or `web=1,worker=0`, where `all` stands for those that are not named; without any, all. */
function chosenProcesses(asked: readonly string[], options: Options): (process: string) => boolean {
  const lists = [option(options, '-l', '--processes').value, option(options, '-m', '--formation').value];
  const names = [...asked, ...lists.flatMap((list) => list?.split(',') ?? [])];
  const counts = new Map(names.map((word) => [nameIn(word), /=0+$/.test(word) ? 0 : 1]));
  const others = counts.get('all') ?? (counts.size === 0 ? 1 : 0);
  return (process) => (counts.get(process) ?? others) > 0;
}

function nameIn(word: string): string {
  return word.replace(/=.*/, '');
}

/**
 * The first process gets PORT, 5000 by default, the next one 100 more, and so on. Undefined where that is not known.
 * Sources: measured node-foreman 3; https://github.com/nickstenning/honcho/blob/main/honcho/command.py,
 * https://github.com/ddollar/foreman/blob/main/lib/foreman/engine.rb.
 */
function portOf(program: string, options: Options, environment: Environment, index: number): string | undefined {
  if (!['honcho', 'foreman', 'nf'].includes(program)) return undefined;
  const own = option(options, '-p', '--port');
  const variable = environment.variable('PORT');
  const outer = variable.is === 'set' ? knownValue(variable.value) : variable.is === 'unset' ? '5000' : undefined;
  const base = own.given ? own.value : outer;
  return base !== undefined && /^\d{1,5}$/.test(base) ? String(Number(base) + 100 * index) : undefined;
}

export const PROCFILE_TOOLS: Readonly<Record<string, Tool>> = {
  honcho: procfile('honcho', ['start']),
  foreman: procfile('foreman', ['start', 's']),
  nf: procfile('nf', ['start']),
  overmind: procfile('overmind', ['start', 's']),
  hivemind: procfile('hivemind', []),
  heroku: procfile('heroku', ['local', 'local:start']),
};
