import type { Run } from '../../code/run/run.js';
import { pathOfExternal, textIn, type Call, type JsValue } from '../../code/run/values.js';
import { nearestPackage } from '../../code/packages.js';
import type { Process } from '../../model/process.js';
import { join } from '../../repository/paths.js';
import type { Repository } from '../../repository/repository.js';
import { stringAt } from '../../syntax/json.js';
import { runFile, type SourceOf } from './program.js';

/** Most programs that one program may start, and how deep they may start others. */
const MAX_PROGRAMS = 8;

/** The programs of the repository that a program starts with child_process, cluster or worker_threads. */
export async function startedPrograms(
  repository: Repository,
  run: Run,
  process: Process,
  sourceOf: SourceOf,
): Promise<readonly { run: Run; process: Process }[]> {
  const found: { run: Run; process: Process }[] = [];
  const files = new Set([run.program.entry.file]);
  const pending = [run];
  for (let each = pending.shift(); each && found.length < MAX_PROGRAMS; each = pending.shift()) {
    for (const call of each.calls) {
      const thread = threadFile(call, process.folder);
      const written = thread ?? startedFile(call, process.folder, (name) => scriptOf(repository, process.folder, name));
      if (written === undefined) continue;
      const file = await sourceOf(process, written);
      const isThread = thread !== undefined;
      // A program may run its own file as a thread.
      const key = isThread ? `thread ${file}` : file;
      if (files.has(key) || found.length >= MAX_PROGRAMS) continue;
      files.add(key);
      const { folder, environment } = process;
      const { runtime } = each.machine;
      const child = await runFile(repository, file, { folder, environment, at: call.at, runtime, isThread });
      if (child.is !== 'run') continue;
      const steps = [...process.steps, { at: call.at, words: `${call.module.file} starts ${file}` }];
      found.push({
        run: child.run,
        process: { ...process, steps, conditional: process.conditional || call.conditional },
      });
      pending.push(child.run);
    }
  }
  return found;
}

/** The file that `new Worker(…)` of Node's worker_threads runs, or that of Bun and Deno. */
function threadFile({ callee, constructs, args: [file, options] }: Call, folder: string): string | undefined {
  const path = callee.is === 'external' ? pathOfExternal(callee)?.join('.') : undefined;
  if (!constructs || (path !== 'worker_threads.Worker' && path !== '.Worker')) return undefined;
  const isText = options?.is === 'object' && options.cells.has('eval');
  return isText ? undefined : fileOf(file, folder);
}

/** Programs whose first word that is the name of a file is what they run. */
const RUNNERS = new Set(['node', 'npx', 'tsx', 'ts-node', 'nodemon']);

/** The file that a call starts with Node, relative to the root of the repository. */
function startedFile(
  { callee, args }: Call,
  folder: string,
  script: (name: string) => string | undefined,
): string | undefined {
  const path = callee.is === 'external' ? pathOfExternal(callee) : undefined;
  const [module, name] = path ?? [];
  const [first, second] = args;
  if (module === 'cluster') return setupFile(name, first, folder);
  if (module !== 'child_process' && module !== 'execa' && module !== 'cross-spawn') return undefined;
  if (name === 'fork') return fileOf(first, folder);
  const command = textIn(first);
  if (command !== undefined && /^(?:exec|execSync)$/.test(name ?? '')) {
    const [, called] = RUN_SCRIPT.exec(command) ?? [];
    return fileIn(called === undefined ? command : script(called), folder);
  }
  const isNode =
    (command !== undefined && RUNNERS.has(command)) ||
    (first?.is === 'external' && pathOfExternal(first)?.join('.') === '.process.execPath');
  const words = second?.is === 'array' ? second.items : [];
  const [, called] = RUN_SCRIPT.exec([command, ...words.map((word) => textIn(word))].join(' ')) ?? [];
  if (called !== undefined) return fileIn(script(called), folder);
  return isNode
    ? fileOf(
        words.find((word) => word.is === 'path' || /^[^-].*\.[cm]?[jt]s$/.test(textIn(word) ?? '')),
        folder,
      )
    : undefined;
}

/** `npm run api`, and nothing behind it. */
const RUN_SCRIPT = /^(?:npm(?:\.cmd)?|yarn|pnpm) run ([\w:.-]+)$/;

/** What a script of the package is in whose folder the process runs. */
function scriptOf(repository: Repository, folder: string, name: string): string | undefined {
  const own = nearestPackage(repository, folder);
  return own?.folder === folder ? stringAt(own.json, 'scripts', name) : undefined;
}

/** The file that a command starts with Node. */
function fileIn(command: string | undefined, folder: string): string | undefined {
  const [, file] = /^(?:npx\s+)?(?:node|tsx|ts-node|nodemon)\s+([^\s-]\S*\.[cm]?[jt]s)\b/.exec(command ?? '') ?? [];
  return file === undefined ? undefined : join(folder, file);
}

function setupFile(name: string | undefined, options: JsValue | undefined, folder: string): string | undefined {
  if (name !== 'setupPrimary' && name !== 'setupMaster') return undefined;
  return options?.is === 'object' ? fileOf(options.cells.get('exec')?.value, folder) : undefined;
}

function fileOf(value: JsValue | undefined, folder: string): string | undefined {
  if (value?.is === 'path') return value.path;
  const text = textIn(value);
  return text !== undefined && /\.[cm]?[jt]s$/.test(text) ? join(folder, text) : undefined;
}
