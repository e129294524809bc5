import { nearestPackage } from '../../code/packages.js';
import type { Location } from '../../model/location.js';
import { childOf } from '../../repository/paths.js';
import { parseJson, stringAt } from '../../syntax/json.js';
import { runs, type Flow, type Follower, type Place, type Tool } from '../flow.js';
import type { Words } from '../words.js';
import { option, readOptions } from './options.js';

/** Options of nodemon with a value (nodemon@3 lib/cli/parse.js); those it does not know go to node, as do `-r` and so on. */
const NODEMON_VALUED = [
  ...['-x', '--exec', '-e', '--ext', '-w', '--watch', '-i', '--ignore', '-d', '--delay', '--config', '-s', '--signal'],
  ...['--cwd', '-r', '--require', '--import', '--loader'],
];

/** What nodemon runs a file with, by the end of its name (nodemon@3 lib/config/defaults.js). */
const NODEMON_PROGRAMS: Readonly<Record<string, string>> = { py: 'python', rb: 'ruby', ts: 'ts-node' };

/** It runs a command, and runs it again whenever a file changes. */
const nodemon: Tool = async (words, at, place, follower) => {
  const options = readOptions(words, NODEMON_VALUED, 1);
  const watched: Place = { ...place, watcher: place.watcher ?? { name: 'nodemon', words: ['nodemon', ...words] } };
  const own = nearestPackage(follower.repository, place.folder);
  const settings = follower.repository.read(childOf(place.folder, 'nodemon.json'));
  const config = settings.is === 'text' ? parseJson(settings.text, 'nodemon.json') : undefined;
  const given = option(options, '-x', '--exec');
  const exec = given.given ? given.value : (stringAt(config, 'exec') ?? stringAt(own?.json, 'nodemonConfig', 'exec'));
  const operands = options.rest ?? options.operands;
  if (given.given && exec === undefined) return follower.gap('what nodemon runs depends on a variable', at, place);
  if (exec !== undefined) return executed('nodemon', exec, operands, at, watched, follower);
  const preloads = ['-r', '--require', '--import', '--loader'].flatMap((name) =>
    (options.values.get(name) ?? []).flatMap((value) => [name, value]),
  );
  if (operands.length > 0) return runFile(operands, preloads, at, watched, follower);
  const main = stringAt(own?.json, 'main');
  if (main !== undefined) return runFile([main], preloads, at, watched, follower);
  if (stringAt(own?.json, 'scripts', 'start') !== undefined) {
    // nodemon@3 lib/config/exec.js: without a file and a main, the start script.
    return follower.script(
      { name: 'start', args: [], manager: 'node', orProgram: false, optional: false },
      at,
      watched,
    );
  }
  return runFile(['index.js'], preloads, at, watched, follower);
};

function executed(
  subject: string,
  exec: string,
  operands: Words,
  at: Location,
  place: Place,
  follower: Follower,
): Promise<Flow> {
  const inside = { ...place, within: [...place.within, subject] };
  return follower.text({ text: exec, places: () => at, subject, added: operands }, inside);
}

function runFile(operands: Words, preloads: Words, at: Location, place: Place, follower: Follower): Promise<Flow> {
  const [file = ''] = operands;
  const program = NODEMON_PROGRAMS[file.slice(file.lastIndexOf('.') + 1)] ?? 'node';
  return follower.command([program, ...preloads, ...operands], at, place);
}

/** `watchfiles "python app.py"` (https://watchfiles.helpmanual.io/cli/). */
const watchfiles: Tool = async (words, at, place, follower) => {
  const { operands } = readOptions(words, ['--filter', '--args', '--ignore-paths', '--target-type', '--verbosity']);
  const [command] = operands;
  const watched = { ...place, watcher: place.watcher ?? { name: 'watchfiles', words: ['watchfiles', ...words] } };
  if (command === undefined) return runs(['watchfiles', ...words], at, watched);
  return executed('watchfiles', command, [], at, watched, follower);
};

/** `watchmedo auto-restart --pattern=*.py -- celery worker` (https://github.com/gorakhargosh/watchdog). */
const watchmedo: Tool = async (words, at, place, follower) => {
  const options = readOptions(
    words,
    [
      '-d',
      '--directory',
      '-p',
      '--pattern',
      '--patterns',
      '-i',
      '--ignore-pattern',
      '--signal',
      '--kill-after',
      '--interval',
    ],
    2,
  );
  const watched = { ...place, watcher: place.watcher ?? { name: 'watchmedo', words: ['watchmedo', ...words] } };
  const command = options.rest ?? options.operands.slice(1);
  return options.operands[0] === 'auto-restart' ? follower.command(command, at, watched) : undefined;
};

export const WATCHERS: Readonly<Record<string, Tool>> = { nodemon, watchfiles, watchmedo };
