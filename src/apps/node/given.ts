import type { Run } from '../../code/run/run.js';
import type { JsValue } from '../../code/run/values.js';
import type { Location } from '../../model/location.js';
import type { Framework } from './frameworks.js';
import type { Listening } from './listening.js';
import { isPath } from './settings.js';

/** The arguments of a call that listens. */
export interface Given {
  port: JsValue | undefined;
  host: JsValue | undefined;
  /** It listens on a unix socket. */
  path: boolean;
  /** The object that has them, where there is one. */
  options: JsValue | undefined;
}

/** What a call that listens is given. */
export function givenTo(run: Run, { framework, call, make }: Listening): Given {
  const { args } = framework.options === 'make' ? make : call;
  const first = args[framework.argument];
  if (framework.title === 'Apollo Server' && framework.argument === 1 && first) {
    return inOptions(run, run.machine.member(first, 'listen', call.at), framework, call.at);
  }
  if (first && (first.is === 'object' || framework.style === 'options'))
    return inOptions(run, first, framework, call.at);
  const isPort = first && first.is !== 'function' && first.is !== 'intrinsic';
  const host = args[1];
  const isHost = host && ['primitive', 'oneOf', 'unknown', 'external'].includes(host.is) && !isNumber(host);
  return {
    port: isPort ? first : undefined,
    host: isHost ? host : undefined,
    path: first?.is === 'primitive' && isPath(first),
    options: undefined,
  };
}

/** Between the port and the callback there may be the backlog. */
function isNumber(value: JsValue): boolean {
  return value.is === 'primitive' && typeof value.value === 'number';
}

function inOptions({ machine }: Run, options: JsValue, { hostKeys }: Framework, at: Location): Given {
  if (options.is === 'function') return { port: undefined, host: undefined, path: false, options: undefined };
  if (options.is !== 'object') {
    // `Hapi.server()`, or a port alone where options are expected.
    const isPort = options.is === 'primitive' && typeof options.value === 'number';
    const other = options.is === 'primitive' ? undefined : options;
    return { port: isPort ? options : other, host: other, path: false, options: undefined };
  }
  const member = (name: string): JsValue => machine.member(options, name, at);
  const path = member('path');
  return {
    port: member('port'),
    host: member(hostKeys[0] ?? 'host'),
    path: path.is === 'primitive' && isPath(path),
    options,
  };
}
