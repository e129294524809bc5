import type { Process } from '../../model/process.js';
import type { Socket, SocketEdits, Sockets } from '../../model/socket.js';
import type { Known, Value } from '../../model/value.js';
import { portNumber } from './address.js';
import type { Argument } from './arguments.js';
import { addressEdits, withHostInFront } from './command-sockets.js';
import type { Setting } from './evaluated.js';
import { numberOf, settingOf, workerClass, type Found, type Gunicorn } from './gunicorn.js';
import { GUNICORN_DEFAULTS } from './gunicorn-options.js';
import { addressOf, commandSocket, optionEdit, seconds, unexpandedIn, type Listening } from './socket-parts.js';
import { argumentValue, byDefault, mapValue, milliseconds } from './values.js';

const STANDARD = { port: GUNICORN_DEFAULTS.port, server: 'gunicorn', source: GUNICORN_DEFAULTS.source };

/** What gunicorn listens on: each address that it is bound to. */
export function gunicornSockets(gunicorn: Gunicorn): Sockets {
  const { process, gaps } = gunicorn;
  const found = settingOf(gunicorn, 'bind');
  const keepAlive = keepAliveOf(gunicorn);
  const sockets = (found ? bound(found) : [{ listening: standard(process) }]).map(({ listening, argument }): Socket => {
    const edits: SocketEdits = {
      ...addressEdits(gunicorn.command, { option: '--bind', argument: ownArgument(gunicorn, argument) }),
      ...keepAliveEdit(gunicorn),
    };
    return commandSocket(process, 'gunicorn', listening, keepAlive, edits);
  });
  return { sockets, gaps };
}

/** An argument of the command line. What is set elsewhere is overridden there. */
function ownArgument({ line }: Gunicorn, argument: Argument | undefined): Argument | undefined {
  return argument && line.option('--bind').includes(argument) ? argument : undefined;
}

interface Bound {
  listening: Listening;
  argument?: Argument;
}

function bound({ value, arguments: given }: Found): readonly Bound[] {
  if (given) {
    return given.map((argument) => ({
      listening: {
        ...withHostInFront(addressOf(argumentValue(argument), STANDARD), argument),
        ...unexpandedIn(argument),
      },
      argument,
    }));
  }
  return addresses(value).map((address) => ({ listening: addressOf(address, STANDARD) }));
}

/** One text, several behind commas, or a list (gunicorn 26.2, gunicorn/config.py, `Bind`). */
function addresses(value: Value<Setting>): readonly Value<string>[] {
  if (value.is !== 'known') {
    return [
      mapValue(
        value,
        (one) => (typeof one === 'string' ? one : undefined),
        () => 'it is no address',
      ),
    ];
  }
  const { value: setting } = value;
  if (typeof setting === 'number') return [{ is: 'unknown', why: 'it is no address', at: value.at }];
  const texts = typeof setting === 'string' ? setting.split(',').map((each) => each.trim()) : setting;
  return texts.map((text): Known<string> => ({ ...value, value: text }));
}

/** With PORT in its environment it listens on every interface and that port, otherwise on loopback. */
function standard({ environment, at }: Process): Listening {
  const { host, hostWithPort, port, source } = GUNICORN_DEFAULTS;
  const own = <T>(value: T): Known<T> => byDefault(value, 'gunicorn', source, at);
  const variable = environment.variable('PORT');
  switch (variable.is) {
    case 'unset':
      return { host: own(host), port: own(port) };
    case 'unknown':
      return {
        host: { is: 'oneOf', values: [own(hostWithPort), own(host)] },
        port: { is: 'unknown', why: 'PORT may be set in the dashboard', at: variable.at },
      };
    case 'set': {
      const { value } = variable;
      if (value.is !== 'known') {
        return { host: own(hostWithPort), port: { is: 'unknown', why: 'the value of PORT is not known', at } };
      }
      const number = portNumber(value.value);
      return {
        host: own(hostWithPort),
        port:
          number === undefined
            ? { is: 'unknown', why: 'PORT is no port', at: value.at }
            : { is: 'known', value: number, at, from: { by: 'variable', name: 'PORT' } },
      };
    }
  }
}

/**
 * How long each worker class keeps an idle connection. Measured with gunicorn 26.2 in November 2026: `sync` closes each;
 * the others keep it for `keepalive` seconds, `asgi` and `tornado` without a limit.
 */
type Idle = 'none' | 'unlimited' | 'setting' | 'setting, or none at 0';

function idleOf(worker: string): Idle | undefined {
  if (worker === 'sync') return 'none';
  if (worker === 'asgi' || worker === 'tornado') return 'unlimited';
  // At 0 they tell the client to close (gunicorn/workers/gthread.py and base_async.py).
  if (/^(?:gthread|gevent\w*|eventlet)$/.test(worker)) return 'setting, or none at 0';
  return /uvicorn|aiohttp/i.test(worker) ? 'setting' : undefined;
}

function keepAliveOf(gunicorn: Gunicorn): Value<number> {
  const { at } = gunicorn.process;
  const worker = workerClass(gunicorn);
  if (worker.is === 'unknown' || worker.is === 'absent') return worker;
  if (worker.is === 'oneOf') {
    return { is: 'unknown', why: 'the worker class depends on a condition', at };
  }
  const idle = idleOf(worker.value);
  if (idle === 'none' || idle === 'unlimited') return { is: 'absent', at };
  if (idle === undefined) {
    return { is: 'unknown', why: `how long \`${worker.value}\` keeps a connection is not known`, at: worker.at };
  }
  const { keepAlive: standardSeconds, source } = GUNICORN_DEFAULTS;
  const set = numberOf(gunicorn, 'keepAlive') ?? byDefault(standardSeconds, 'gunicorn', source, at);
  const isClosed = set.is === 'known' && set.value === 0 && idle !== 'setting';
  return isClosed ? { is: 'absent', at: set.at } : mapValue(set, milliseconds, String);
}

function keepAliveEdit(gunicorn: Gunicorn): Pick<SocketEdits, 'keepAlive'> {
  const argument = gunicorn.line.option('--keep-alive').at(-1);
  const edit = (wanted: number) => optionEdit(gunicorn.command, argument, '--keep-alive', seconds(wanted));
  return edit(0) === undefined ? {} : { keepAlive: (wanted) => edit(wanted) ?? [] };
}
