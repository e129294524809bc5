import type { Location } from '../model/location.js';
import type { Gap, MissingTarget, Program, Target, Variable } from '../model/process.js';
import { TRACED_SETTINGS, type ProcessTrace, type ServiceTrace, type SocketTrace, type Trace } from '../model/trace.js';
import type { Known, Origin, Value } from '../model/value.js';
import type { ReportContext } from './context.js';
import { partsOf, schemaOf } from './json-parts.js';
import { safeJson } from './safe-json.js';
import { redactedValue, redactedWords, shown } from './shown.js';

/** The version of the format. It changes when a key is removed or means something else; new keys do not change it. */
const FORMAT_VERSION = 1;

/**
 * A trace as JSON, complete, in the format that schema/trace.json describes. The same trace gives the same text. Words
 * and values are cleaned and their secrets hidden; the paths of places are exact.
 */
export function traceJson(trace: Trace, context: Pick<ReportContext, 'homepage' | 'version' | 'uriPrefix'>): string {
  const writer = writerOf(context.uriPrefix);
  return safeJson({
    $schema: schemaOf(context, 'trace'),
    version: FORMAT_VERSION,
    tool: { name: 'lint-deploy', version: context.version },
    complete: trace.complete,
    platformFiles: trace.platformFiles.map(writer.path),
    services: trace.services.map(writer.service),
    notifications: trace.notifications.map(writer.notification),
  });
}

/** Writes each part of a trace. Keys are named one by one, so that a change of the model does not change the format. */
function writerOf(uriPrefix: string) {
  const { path, place, label, step, notification } = partsOf(uriPrefix);
  const valueAs = <T>(each: Value<T>, plain: (value: T) => string | number): object => {
    const known = ({ value: own, at, from }: Known<T>): object => ({
      is: 'known',
      value: plain(own),
      at: place(at),
      from: originOf(from),
    });
    switch (each.is) {
      case 'known':
        return known(each);
      case 'oneOf':
        return { is: 'oneOf', values: each.values.map(known) };
      case 'absent':
        return { is: 'absent', at: place(each.at) };
      case 'unknown':
        return { is: 'unknown', why: shown(each.why), at: place(each.at) };
    }
  };
  const value = (each: Value<string>, text: (value: string) => string = shown): object => valueAs(each, text);
  const target = (each: Target): object => {
    switch (each.is) {
      case 'file':
      case 'folder':
        return { is: each.is, path: value(each.path) };
      case 'module': {
        const { module, attribute, call, folders } = each;
        return {
          is: 'module',
          module: value(module),
          attribute: value(attribute),
          call,
          ...(folders && { folders: folders.map(shown) }),
        };
      }
      case 'none':
        return { is: 'none' };
    }
  };
  const program = ({ name, words, role, target: own }: Program) => ({
    name: shown(name),
    words: redactedWords(words).map((word) => (word === undefined ? null : shown(word))),
    role,
    target: target(own),
  });
  const variable = ({ name, variable: own }: { name: string; variable: Variable }) => ({
    name: shown(name),
    is: own.is,
    at: place(own.at),
    ...(own.is === 'set' && { value: value(own.value, (text) => shown(redactedValue(name, text))) }),
  });
  const ending = ({ why, at }: { why: string; at: Location }) => ({ why: shown(why), at: place(at) });
  const socket = ({ server, host, port, keepAlive, at, conditional }: SocketTrace) => ({
    server: shown(server),
    at: place(at),
    conditional,
    host: value(host),
    port: valueAs(port, Number),
    // JSON has no infinity.
    keepAlive: valueAs(keepAlive, (time) => (Number.isFinite(time) ? time : -1)),
  });
  const process = (each: ProcessTrace) => ({
    program: program(each.program),
    server: each.server,
    conditional: each.conditional,
    folder: shown(each.folder),
    at: place(each.at),
    steps: each.steps.map(step),
    variables: each.variables.map(variable),
    sockets: each.sockets.map(socket),
    openSockets: each.openSockets.map(ending),
  });
  const missing = ({ kind, name, path: own, otherCase, available }: MissingTarget) => ({
    kind,
    name: shown(name),
    path: shown(own),
    ...(otherCase !== undefined && { otherCase: shown(otherCase) }),
    available: available.map(shown),
  });
  const gap = (each: Gap) => ({
    why: shown(each.why),
    at: place(each.at),
    steps: each.steps.map(step),
    ...(each.missing && { missing: missing(each.missing) }),
  });
  const service = (each: ServiceTrace) => ({
    ...label(each),
    inferred: each.inferred,
    ...(each.elsewhere !== undefined && { elsewhere: shown(each.elsewhere) }),
    chain: each.chain.map(step),
    followed: each.followed,
    ...(each.folder !== undefined && { folder: shown(each.folder) }),
    processes: each.processes.map(process),
    before: each.before.map(process),
    gaps: each.gaps.map(gap),
    ...(each.ends && { ends: ending(each.ends) }),
    settings: Object.fromEntries(TRACED_SETTINGS.map((key) => [key, value(each.settings[key])])),
    routes: each.routes.map(({ type, source, destination, at }) => ({
      type,
      source: shown(source),
      destination: shown(destination),
      at: place(at),
    })),
    refusedRoutes: each.refusedRoutes.map(({ at }) => ({ at: place(at) })),
  });
  return { path, service, notification };
}

function originOf(from: Origin): object {
  switch (from.by) {
    case 'written':
      return { by: from.by };
    case 'default':
      return { by: from.by, of: from.of, source: from.source };
    case 'platform':
      return { by: from.by, platform: from.platform };
    case 'variable':
      return { by: from.by, name: from.name };
  }
}
