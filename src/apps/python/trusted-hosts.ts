import type { Evaluated, Arguments } from '../../code/python/evaluate/values.js';
import type { Location } from '../../model/location.js';
import type { Process } from '../../model/process.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { textsOf, type Texts } from '../django/texts.js';
import { applicationOf } from './routes/application.js';
import { callsOn, identity } from './routes/doubts.js';

/** What Starlette's TrustedHostMiddleware is given; without it, an app answers for every host. */
export interface TrustedHosts {
  hosts: Value<Texts>;
  at: Location;
  /** It is there only on a condition that is not decided. */
  conditional: boolean;
}

const MIDDLEWARE = /^(?:starlette|fastapi)\.middleware\.trustedhost\.TrustedHostMiddleware$/;

const APP = /^(?:fastapi(?:\.applications)?\.FastAPI|starlette(?:\.applications)?\.Starlette)$/;

/** The hosts that an app of Starlette or FastAPI lets in; undefined where nothing limits them. Never rejects. */
export async function trustedHosts(repository: Repository, process: Process): Promise<TrustedHosts | undefined> {
  const application = await applicationOf(repository, process);
  if (application?.app.is !== 'object') return undefined;
  const { app, calls } = application;
  if (MIDDLEWARE.test(app.of)) return given(app.arguments, 1, app.at, false);
  if (!APP.test(app.of)) return undefined;
  const added = callsOn(calls, identity(app)).find(
    ({ callee, arguments: of }) => callee.endsWith('.add_middleware') && isMiddleware(of),
  );
  if (added) return given(added.arguments, 1, added.at, added.conditional);
  const listed = app.arguments.named.get('middleware');
  const items = listed?.is === 'list' || listed?.is === 'tuple' ? listed.items : [];
  const own = items.find((item) => item.is === 'object' && isMiddleware(item.arguments));
  return own?.is === 'object' ? given(own.arguments, 1, own.at, false) : undefined;
}

function isMiddleware({ positional, named }: Arguments): boolean {
  const of = positional[0] ?? named.get('middleware_class') ?? named.get('cls');
  return of?.is === 'external' && MIDDLEWARE.test(of.name);
}

/** Without `allowed_hosts`, or with None, it is `*` (starlette/middleware/trustedhost.py). */
function given({ positional, named, rest }: Arguments, index: number, at: Location, conditional: boolean) {
  const value: Evaluated | undefined = named.get('allowed_hosts') ?? positional[index];
  if (value === undefined && rest) return { hosts: { is: 'unknown', why: rest.why, at } as const, at, conditional };
  if (value === undefined || value.is === 'none') return undefined;
  return { hosts: textsOf(value), at, conditional };
}
