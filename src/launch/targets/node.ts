import { readOptions } from '../tools/options.js';
import { NO_TARGET, unknown, type Asked, type FoundTarget } from './asked.js';
import { asFile } from './files.js';

const NODE_ENDINGS = ['.js', '.json', '.node'];
const TYPESCRIPT_ENDINGS = ['.ts', '.tsx', '.mts', '.cts', ...NODE_ENDINGS, '.mjs', '.cjs'];

/**
 * Options of Node, and of the runners in front of it, whose value may stand behind a space (`node --help` of v20 to v24,
 * and each runner's own help).
 */
const NODE_VALUED: readonly string[] = [
  ...[
    '-r',
    '--require',
    '--import',
    '--loader',
    '--experimental-loader',
    '-C',
    '--conditions',
    '--env-file',
    '--env-file-if-exists',
  ],
  ...[
    '--title',
    '--icu-data-dir',
    '--dns-result-order',
    '--unhandled-rejections',
    '--max-http-header-size',
    '--watch-path',
  ],
  ...[
    '--redirect-warnings',
    '--trace-event-categories',
    '--input-type',
    '--experimental-default-type',
    '--inspect-port',
  ],
  ...[
    '--openssl-config',
    '--diagnostic-dir',
    '--report-dir',
    '--report-directory',
    '--report-filename',
    '--disable-warning',
  ],
  ...[
    '--cpu-prof-dir',
    '--heap-prof-dir',
    '--localstorage-file',
    '--es-module-specifier-resolution',
    '--tls-cipher-list',
  ],
];

const RUNNER_VALUED: Readonly<Record<string, readonly string[]>> = {
  tsx: ['--tsconfig', '--include', '--exclude', '--ignore'],
  'ts-node': [
    '-P',
    '--project',
    '-O',
    '--compiler-options',
    '-I',
    '--ignore',
    '-D',
    '--ignore-diagnostics',
    '--cwd',
    '--dir',
    '--cwd-mode',
    '--ts-node-compiler',
    '--compiler',
  ],
  'ts-node-dev': [
    '-P',
    '--project',
    '-O',
    '--compiler-options',
    '--watch',
    '--ignore-watch',
    '--debounce',
    '--interval',
    '--compiler',
  ],
  'babel-node': ['-x', '--extensions', '--presets', '--plugins', '--config-file', '--env-name', '-b'],
  bun: [
    '--cwd',
    '-c',
    '--config',
    '--preload',
    '--define',
    '-d',
    '--port',
    '--filter',
    '-F',
    '--conditions',
    '--tsconfig-override',
  ],
  deno: [
    '-c',
    '--config',
    '--import-map',
    '--port',
    '--host',
    '--cert',
    '--lock',
    '--location',
    '-L',
    '--log-level',
    '--env-file',
  ],
};

/** Options of Node, or of a runner in front of it, that are followed by a value. */
export function valuedOptions(program: string): readonly string[] {
  return [...NODE_VALUED, ...(Object.hasOwn(RUNNER_VALUED, program) ? (RUNNER_VALUED[program] ?? []) : [])];
}

export function nodeTarget(asked: Asked): FoundTarget {
  const { words, program, at } = asked;
  const valued = valuedOptions(program.calls[0]?.[0] ?? '');
  const rest = program.calls.some(([, command]) => command !== undefined && command === words[1])
    ? words.slice(2)
    : words.slice(1);
  const options = readOptions(rest, valued, 1);
  if (['-e', '--eval', '-p', '--print', '-pe'].some((name) => options.values.has(name)) && program.name === 'node') {
    return { target: { is: 'file', path: unknown('the code stands in the command', at) } };
  }
  const operands = options.operands.length > 0 ? options.operands : (options.rest ?? []);
  // `bun run` and `tsx watch` may have options in front of their command.
  const commands = new Set(program.calls.flatMap((call) => call.slice(1)));
  const own =
    operands[0] !== undefined && commands.has(operands[0])
      ? readOptions(operands.slice(1), valued, 1).operands
      : operands;
  if (own.length === 0) return NO_TARGET;
  return asFile(own[0], asked, program.name === 'node' ? NODE_ENDINGS : TYPESCRIPT_ENDINGS);
}
