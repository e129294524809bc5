import { runModule } from '../../code/python/evaluate/run.js';
import type { ExternalCall } from '../../code/python/evaluate/machine.js';
import { textOf, truth, type Evaluated } from '../../code/python/evaluate/values.js';
import type { Step } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Launch } from '../../model/process.js';
import type { Value } from '../../model/value.js';
import type { Repository } from '../../repository/repository.js';
import { startedModule } from '../python/started.js';

/** An engine of SQLAlchemy that a service makes when it starts. */
export interface Engine {
  /** The function that makes it. */
  name: string;
  url: Value<string>;
  /** Whether a connection is tested before it is used, or replaced after a time; undefined where that cannot be told. */
  refreshed: boolean | undefined;
  /** It keeps no connections. */
  unpooled: boolean;
  at: Location;
  steps: readonly Step[];
}

const MAKES_ENGINES = new Set([
  'sqlalchemy.create_engine',
  'sqlalchemy.engine.create_engine',
  'sqlalchemy.engine.create.create_engine',
  'sqlalchemy.ext.asyncio.create_async_engine',
  'sqlalchemy.ext.asyncio.engine.create_async_engine',
  'sqlmodel.create_engine',
  'sqlmodel.ext.asyncio.create_async_engine',
]);

/** The engines that the Python programs of a service make while they are imported. Never rejects. */
export async function enginesOf(repository: Repository, { processes }: Launch): Promise<readonly Engine[]> {
  const engines: Engine[] = [];
  for (const process of processes) {
    const module = startedModule(repository, process);
    if (!module) continue;
    const { folders, found, dotted, asMain } = module;
    const { folder, environment, steps, program } = process;
    const run = await runModule(repository, found, dotted, { folders, folder, environment, asMain });
    const { target } = program;
    if (target.is === 'module' && target.call && target.attribute.is === 'known') {
      run.call(target.attribute.value.replace(/\(.*$/s, ''));
    }
    engines.push(...run.calls.flatMap((call) => engineOf(call, steps)));
  }
  return engines.filter(
    ({ at }, index) =>
      engines.findIndex(
        (other) => other.at.file === at.file && other.at.range.start.offset === at.range.start.offset,
      ) === index,
  );
}

function engineOf({ callee, arguments: given, at }: ExternalCall, steps: readonly Step[]): Engine[] {
  if (!MAKES_ENGINES.has(callee)) return [];
  const { positional, named, rest } = given;
  const url = positional[0] ?? named.get('url');
  const pool = named.get('poolclass');
  return [
    {
      name: callee.split('.').at(-1) ?? callee,
      url: url ? textOf(url) : { is: 'absent', at },
      refreshed:
        rest || !isPoolKnown(pool) ? undefined : isRefreshed(named.get('pool_pre_ping'), named.get('pool_recycle')),
      unpooled: pool?.is === 'external' && /(?:NullPool|StaticPool)$/.test(pool.name),
      at,
      steps,
    },
  ];
}

/** A pool of its own may do as it likes. */
function isPoolKnown(pool: Evaluated | undefined): boolean {
  return pool === undefined || pool.is === 'none' || (pool.is === 'external' && /^sqlalchemy\..*Pool$/.test(pool.name));
}

/** `pool_recycle=-1`, the default, never replaces one. */
function isRefreshed(ping: Evaluated | undefined, recycle: Evaluated | undefined): boolean | undefined {
  if (ping && truth(ping) === true) return true;
  if (recycle?.is === 'number') return recycle.value > 0;
  const isUnknown = (ping !== undefined && truth(ping) === undefined) || recycle !== undefined;
  return isUnknown ? undefined : false;
}
