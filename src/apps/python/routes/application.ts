import { runModule, type EvaluatedModule } from '../../../code/python/evaluate/run.js';
import type { ExternalCall, Unfollowed } from '../../../code/python/evaluate/machine.js';
import type { Evaluated } from '../../../code/python/evaluate/values.js';
import { resolveModule } from '../../../code/python/modules.js';
import type { Location } from '../../../model/location.js';
import type { Process } from '../../../model/process.js';
import { knownValue } from '../../../model/value.js';
import type { Repository } from '../../../repository/repository.js';
import { moduleFolders } from '../evaluated.js';
import { listenCall, listeningProgram } from '../ran-program.js';

/** The object that answers requests, and everything that was called while it was made. */
export interface Application {
  app: Evaluated;
  calls: readonly ExternalCall[];
  /** What may have done more. */
  unfollowed: readonly Unfollowed[];
  /** Why there may be other calls. */
  open: { why: string; at: Location } | undefined;
}

/** The app that a process serves; undefined where it cannot be told. Never rejects. */
export async function applicationOf(repository: Repository, process: Process): Promise<Application | undefined> {
  const { program } = process;
  if (program.name === 'python') return ofProgram(repository, process);
  const { target } = program;
  if (target.is === 'file') return ofFile(repository, process, knownValue(target.path));
  if (target.is !== 'module') return undefined;
  const dotted = knownValue(target.module);
  if (dotted === undefined) return undefined;
  const attribute = target.attribute.is === 'absent' ? undefined : (knownValue(target.attribute) ?? '');
  return imported(repository, process, target.folders ?? [], dotted, attribute, target.call);
}

/** Names under which a server looks for the app where none is given. */
const USUAL_NAMES = ['app', 'application', 'api'];

async function imported(
  repository: Repository,
  process: Process,
  first: readonly string[],
  dotted: string,
  attribute: string | undefined,
  isCalled: boolean,
): Promise<Application | undefined> {
  const { folder, environment } = process;
  const folders = moduleFolders(process, first);
  const found = resolveModule(repository, folders, dotted);
  if (found.is !== 'file' && found.is !== 'package') return undefined;
  const module = await runModule(repository, found, dotted, { folders, folder, environment });
  if (attribute !== undefined) return pick(module, attribute, isCalled);
  const name = USUAL_NAMES.find((each) => module.binding(each) !== undefined);
  return name === undefined ? pick(module, 'create_app', true) : pick(module, name, false);
}

function pick(module: EvaluatedModule, attribute: string, isCalled: boolean): Application | undefined {
  const value = isCalled ? module.call(attribute) : module.binding(attribute)?.value;
  return value?.is === 'object'
    ? { app: value, calls: module.calls, unfollowed: module.unfollowed, open: module.open }
    : undefined;
}

async function ofFile(
  repository: Repository,
  process: Process,
  path: string | undefined,
): Promise<Application | undefined> {
  // The same question is asked of programs that are not Python's, such as `node server.js`.
  if (!path?.endsWith('.py') || repository.lookup(path).is !== 'file') return undefined;
  const { folder, environment } = process;
  // `fastapi run app/main.py` imports it as a part of its package, from the folder that holds that.
  const dotted = path.replace(/\.py$/, '').replaceAll('/', '.');
  const options = { folders: moduleFolders(process, ['']), folder, environment };
  const module = await runModule(repository, { is: 'file', path }, dotted, options);
  const name = USUAL_NAMES.find((each) => module.binding(each) !== undefined);
  return name === undefined ? undefined : pick(module, name, false);
}

/** The app that a program starts itself. */
async function ofProgram(repository: Repository, process: Process): Promise<Application | undefined> {
  const { program } = await listeningProgram(repository, process);
  if ('why' in program) return undefined;
  const { calls, unfollowed, open } = program;
  const starts = calls.filter((call) => listenCall(call) !== undefined);
  const [start, ...others] = starts;
  if (!start || others.length > 0) return undefined;
  const given = withinServer(OWN_START.test(start.callee) && start.self ? start.self : servedBy(start));
  if (given?.is === 'object') return { app: given, calls, unfollowed, open };
  const [, dotted, attribute] = /^([\w.]+):(\w+)$/.exec(given?.is === 'string' ? given.value : '') ?? [];
  return dotted === undefined ? undefined : imported(repository, process, [process.folder], dotted, attribute, false);
}

/** Calls of an app's own. */
const OWN_START = /^(?!uvicorn\.).*\(\)\.(?:run|run_task|listen|bind)$/;

/** The app that an object serves: `HTTPServer(app)`, `AppRunner(app)`. */
function withinServer(value: Evaluated | undefined): Evaluated | undefined {
  const isServer =
    value?.is === 'object' && /^(?:tornado\.httpserver\.HTTPServer|aiohttp\.web\.AppRunner)$/.test(value.of);
  return isServer ? value.arguments.positional[0] : value;
}

/** The first argument of `uvicorn.run`, `waitress.serve` or `uvicorn.Config`. */
function servedBy({ self, arguments: given }: ExternalCall): Evaluated | undefined {
  const config = self?.is === 'object' ? self.arguments.positional[0] : undefined;
  const from = config?.is === 'object' ? config.arguments : given;
  return from.positional[0] ?? from.named.get('app');
}
