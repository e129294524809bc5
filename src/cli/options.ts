import { normalize as normalizePath } from 'node:path';
import { parseArgs } from 'node:util';
import { SEVERITIES, type Severity } from '../model/finding.js';
import { normalise } from '../repository/paths.js';
import { didYouMean } from '../model/nearest.js';

export const FORMATS = ['text', 'sarif', 'json', 'github', 'markdown', 'rdjson', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

/** What a trace is written as. */
const TRACE_FORMATS = ['text', 'json'] as const;
export type TraceFormat = (typeof TRACE_FORMATS)[number];

export const COMMANDS = ['trace', 'rules', 'explain', 'init', 'help'] as const;

/** A report to write: to a file, or to standard output. */
export interface Target<F extends Format = Format> {
  format: F;
  file?: string;
}

export interface LintCommand {
  path: string;
  targets: readonly Target[];
  failOn: Severity | 'never';
  /** Rule ids; empty: all. */
  rules: readonly string[];
  fix: 'none' | 'safe' | 'unsafe';
  dryRun: boolean;
  uriPrefix: string;
  sarifCategory?: string;
  includeSuppressed: boolean;
  /** A file of configuration in place of the repository's own. */
  config?: string;
  /** In place of what the configuration says. */
  platform?: string;
  inlineIgnores: boolean;
  baseline?: { file: string; update: boolean };
  /** A commit: what was found in it is not reported. */
  since?: string;
  stats: boolean;
  /** Keep the reports for the next run of the same command line, or give them as they were kept. */
  cache: boolean;
  quiet: boolean;
  verbose: boolean;
  noColor: boolean;
}

export interface TraceCommand {
  path: string;
  targets: readonly Target<TraceFormat>[];
  uriPrefix: string;
  config?: string;
  platform?: string;
  noColor: boolean;
}

export interface InitCommand {
  path: string;
  /** Write all that is offered, without a question. */
  yes: boolean;
}

export type Command =
  | { command: 'lint'; options: LintCommand }
  | { command: 'trace'; options: TraceCommand }
  | { command: 'init'; options: InitCommand }
  | { command: 'rules' }
  /** What action.yml runs: its input is in the environment. */
  | { command: 'action' }
  | { command: 'explain'; rule: string; noColor: boolean }
  | { command: 'help' }
  | { command: 'version' };

/** The command line cannot be carried out. The message names the argument and what to do. */
export class UsageError extends Error {}

const OPTIONS = {
  format: { type: 'string', multiple: true },
  output: { type: 'string', short: 'o' },
  'fail-on': { type: 'string' },
  rule: { type: 'string', multiple: true },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  'uri-prefix': { type: 'string' },
  'sarif-category': { type: 'string' },
  'include-suppressed': { type: 'boolean' },
  config: { type: 'string' },
  platform: { type: 'string' },
  'no-inline-ignores': { type: 'boolean' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  since: { type: 'string' },
  stats: { type: 'boolean' },
  cache: { type: 'boolean' },
  'cache-location': { type: 'string' },
  yes: { type: 'boolean', short: 'y' },
  quiet: { type: 'boolean', short: 'q' },
  verbose: { type: 'boolean', short: 'v' },
  'no-color': { type: 'boolean' },
  version: { type: 'boolean', short: 'V' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies NonNullable<Parameters<typeof parseArgs>[0]>['options'];

type OptionName = keyof typeof OPTIONS;

/** What was given: the last value of each option, all values of those that repeat, and the words. */
interface Given {
  has(option: OptionName): boolean;
  value(option: OptionName): string | undefined;
  values(option: OptionName): readonly string[];
  words: readonly string[];
}

/** What options may name: the ids there are. */
export interface Known {
  rules: readonly string[];
  platforms: readonly string[];
}

/**
 * Reads the command line.
 * @throws {UsageError} on unknown options, commands, rules and values, each with the nearest that exists.
 */
export function readOptions(argv: readonly string[], known: Known): Command {
  const given = tokensOf(argv);
  const [first, ...rest] = given.words;
  if (given.has('help') || first === 'help') return { command: 'help' };
  if (given.has('version')) return { command: 'version' };
  if (first === 'rules') {
    allowOnly(given, [], 'rules');
    refuseExtra(rest, 'rules');
    return { command: 'rules' };
  }
  if (first === 'action') {
    allowOnly(given, [], 'action');
    refuseExtra(rest, 'action');
    return { command: 'action' };
  }
  if (first === 'init') return { command: 'init', options: initOptions(given, rest) };
  if (first === 'trace') return { command: 'trace', options: traceOptions(given, rest, known) };
  if (first === 'explain') return explainCommand(given, rest, known.rules);
  refuseExtra(rest, 'lint-deploy', didYouMean(first ?? '', COMMANDS));
  return { command: 'lint', options: lintOptions(given, first ?? '.', known) };
}

function explainCommand(given: Given, words: readonly string[], ruleIds: readonly string[]): Command {
  allowOnly(given, ['no-color'], 'explain');
  const [rule, ...rest] = words;
  if (rule === undefined) throw new UsageError('explain needs the id of a rule. lint-deploy rules lists them.');
  refuseExtra(rest, 'explain');
  return { command: 'explain', rule: knownRule(rule, ruleIds), noColor: given.has('no-color') };
}

function initOptions(given: Given, words: readonly string[]): InitCommand {
  allowOnly(given, ['yes'], 'init');
  const [path = '.', ...rest] = words;
  refuseExtra(rest, 'init');
  return { path, yes: given.has('yes') };
}

function traceOptions(given: Given, words: readonly string[], { platforms }: Known): TraceCommand {
  allowOnly(given, ['format', 'output', 'uri-prefix', 'config', 'platform', 'no-color'], 'trace');
  const [path = '.', ...rest] = words;
  refuseExtra(rest, 'trace');
  return {
    path,
    targets: targetsOf(given, TRACE_FORMATS),
    uriPrefix: uriPrefixOf(given),
    ...configOf(given),
    ...platformOf(given, platforms),
    noColor: given.has('no-color'),
  };
}

function lintOptions(given: Given, path: string, { rules, platforms }: Known): LintCommand {
  if (given.has('yes')) throw new UsageError('--yes has a meaning for init only.');
  if (given.has('quiet') && given.has('verbose')) throw new UsageError('--quiet and --verbose exclude each other.');
  const fix = fixOf(given);
  const dryRun = given.has('fix-dry-run');
  const targets = targetsOf(given, FORMATS);
  if (dryRun && targets.some(({ file }) => file === undefined) && given.has('format')) {
    throw new UsageError(
      '--fix-dry-run prints a diff on standard output: give each --format a file, such as sarif=report.sarif.',
    );
  }
  if (given.has('cache-location') && !given.has('cache')) throw new UsageError('--cache-location needs --cache.');
  const category = given.value('sarif-category');
  return {
    path,
    targets,
    failOn: failOnOf(given),
    rules: given.values('rule').map((id) => knownRule(id, rules)),
    fix: dryRun && fix === 'none' ? 'safe' : fix,
    dryRun,
    uriPrefix: uriPrefixOf(given),
    ...(category !== undefined && { sarifCategory: category }),
    includeSuppressed: given.has('include-suppressed'),
    ...configOf(given),
    ...platformOf(given, platforms),
    inlineIgnores: !given.has('no-inline-ignores'),
    ...baselineOf(given),
    ...sinceOf(given),
    stats: given.has('stats'),
    cache: given.has('cache'),
    quiet: given.has('quiet'),
    verbose: given.has('verbose'),
    noColor: given.has('no-color'),
  };
}

function configOf(given: Given): { config?: string } {
  const config = given.value('config');
  return config === undefined ? {} : { config };
}

/** @throws {UsageError} on a platform that there is not. Also for the action's input, whose `name` differs. */
export function knownPlatform(name: string, id: string, platforms: readonly string[]): string {
  if (platforms.includes(id)) return id;
  throw new UsageError(`${name} takes ${platforms.join(', ')}; not "${id}".${didYouMean(id, platforms)}`);
}

function platformOf(given: Given, platforms: readonly string[]): { platform?: string } {
  const id = given.value('platform');
  return id === undefined ? {} : { platform: knownPlatform('--platform', id, platforms) };
}

function baselineOf(given: Given): Pick<LintCommand, 'baseline'> {
  const file = given.value('baseline');
  const update = given.has('update-baseline');
  if (file !== undefined) return { baseline: { file, update } };
  if (!update) return {};
  throw new UsageError('--update-baseline needs the file: --baseline lint-deploy-baseline.json --update-baseline.');
}

function sinceOf(given: Given): Pick<LintCommand, 'since'> {
  const since = given.value('since');
  if (since === undefined) return {};
  const other = (['fix', 'fix-dry-run', 'update-baseline'] as const).find((name) => given.has(name));
  if (other !== undefined)
    throw new UsageError(`--since reports only what is new, and --${other} is about all findings.`);
  return { since };
}

/** parseArgs has no option whose value may be left out; --fix=unsafe is one, so its tokens are read here. */
function tokensOf(argv: readonly string[]): Given {
  const { tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<OptionName, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const name = optionName(token.name, token.rawName);
    const takesValue = OPTIONS[name].type === 'string';
    if (takesValue && (token.value === undefined || token.value === '')) {
      throw new UsageError(`${token.rawName} needs a value.`);
    }
    if (!takesValue && token.value !== undefined && name !== 'fix') {
      throw new UsageError(`${token.rawName} takes no value.`);
    }
    values.set(name, [...(values.get(name) ?? []), token.value ?? '']);
  }
  return {
    has: (option) => values.has(option),
    value: (option) => values.get(option)?.at(-1),
    values: (option) => values.get(option) ?? [],
    words,
  };
}

function optionName(name: string, raw: string): OptionName {
  if (isOption(name)) return name;
  const names = Object.keys(OPTIONS).map((each) => `--${each}`);
  throw new UsageError(`${raw} is no option.${didYouMean(raw, names)}`);
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

function allowOnly(given: Given, allowed: readonly OptionName[], command: string): void {
  for (const name of Object.keys(OPTIONS)) {
    if (isOption(name) && given.has(name) && !allowed.includes(name)) {
      throw new UsageError(`--${name} has no meaning for ${command}.`);
    }
  }
}

function refuseExtra(words: readonly string[], command: string, hint = ''): void {
  if (words.length === 0) return;
  throw new UsageError(`${command} does not take "${words.join(' ')}". One path or command at a time.${hint}`);
}

function knownRule(id: string, ruleIds: readonly string[]): string {
  if (ruleIds.includes(id)) return id;
  throw new UsageError(`There is no rule "${id}".${didYouMean(id, ruleIds)} lint-deploy rules lists them.`);
}

/** A folder of the repository that is reported for, with `/` also where Windows writes a backslash. */
function uriPrefixOf(given: Given): string {
  const written = given.value('uri-prefix') ?? '';
  const folder = normalise(written.replaceAll('\\', '/'));
  if (folder !== undefined) return folder;
  throw new UsageError(`--uri-prefix takes a folder relative to the top of the repository; not "${written}".`);
}

function failOnOf(given: Given): Severity | 'never' {
  const value = given.value('fail-on') ?? 'warning';
  const allowed = [...SEVERITIES, 'never'] as const;
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  throw new UsageError(`--fail-on takes ${allowed.join(', ')}; not "${value}".${didYouMean(value, allowed)}`);
}

function fixOf(given: Given): LintCommand['fix'] {
  if (!given.has('fix')) return 'none';
  const value = given.value('fix');
  if (value === '') return 'safe';
  if (value === 'unsafe') return 'unsafe';
  throw new UsageError(`--fix takes no value, or =unsafe; not "${value ?? ''}".`);
}

/** `formats` are those the command knows; the first is the one where nothing is said. */
function targetsOf<F extends Format>(given: Given, formats: readonly [F, ...F[]]): readonly Target<F>[] {
  const targets = given.values('format').map((written) => targetOf(written, formats));
  const output = given.value('output');
  if (targets.length === 0) targets.push({ format: formats[0] });
  if (output !== undefined) giveOutput(targets, output);
  const toStdout = targets.filter(({ file }) => file === undefined);
  if (toStdout.length > 1) {
    const names = toStdout.map(({ format }) => format).join(' and ');
    throw new UsageError(
      `Only one report goes to standard output, not ${names}. Give a file: --format json=report.json.`,
    );
  }
  const files = targets.flatMap(({ file }) => (file === undefined ? [] : [normalizePath(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`Two reports cannot go to one file: ${twice}.`);
  return targets;
}

function targetOf<F extends Format>(written: string, formats: readonly F[]): Target<F> {
  const at = written.indexOf('=');
  const name = at === -1 ? written : written.slice(0, at);
  const format = formats.find((each) => each === name);
  if (!format) throw new UsageError(`--format takes ${formats.join(', ')}; not "${name}".${didYouMean(name, formats)}`);
  if (at === -1) return { format };
  const file = written.slice(at + 1);
  if (file === '') throw new UsageError(`--format ${written} names no file after the =.`);
  return { format, file };
}

/** --output names the file of the one report that has none yet. */
function giveOutput(targets: { file?: string }[], output: string): void {
  const open = targets.filter(({ file }) => file === undefined);
  const [only] = open;
  if (!only || open.length > 1) {
    throw new UsageError('--output needs exactly one --format without a file of its own.');
  }
  only.file = output;
}
