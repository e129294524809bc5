import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './ports.js';
import { listening, run, stop, type Running } from './processes.js';

/** A PostgreSQL of one reproduction. */
export interface Database {
  /** The variables by which an app finds it. */
  variables: Readonly<Record<string, string>>;
  /** Ends it, with all connections to it, and starts it again. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

const USER = 'postgres';
const ALL = '/usr/lib/postgresql';

/** Starts a PostgreSQL of Debian's with an empty database. */
export async function startDatabase(): Promise<Database> {
  const programs = join(ALL, readdirSync(ALL).sort().at(-1) ?? '', 'bin');
  const folder = mkdtempSync(join(tmpdir(), 'reproduce-database-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  const asUser = changesUser(folder);
  const program = (name: string): readonly string[] => [...asUser, join(programs, name)];
  const at = { cwd: folder, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } };
  const data = join(folder, 'data');
  await toItsEnd(run([...program('initdb'), '-A', 'trust', '-U', USER, '-D', data], at));
  const port = await freePort();
  const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F'];
  const start = async (): Promise<Running> => {
    const server = run([...program('postgres'), ...options], at);
    await listening(server);
    const isReady = [...program('pg_isready'), '-q', '-h', '127.0.0.1', '-p', String(port)];
    // It listens before it takes connections.
    while (!succeeds(isReady)) {
      if (server.hasEnded()) throw new Error(`PostgreSQL ended: ${server.output()}`);
      await wait(100);
    }
    return server;
  };
  let server = await start();
  return {
    variables: {
      DATABASE_URL: `postgresql://${USER}@127.0.0.1:${port}/${USER}`,
      PGHOST: '127.0.0.1',
      PGPORT: String(port),
      PGUSER: USER,
    },
    restart: async () => {
      await stop(server);
      server = await start();
    },
    stop: async () => {
      await stop(server);
      process.off('exit', remove);
      remove();
    },
  };
}

/** PostgreSQL refuses to be run by root: how another user runs it. */
function changesUser(folder: string): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  const idOf = (option: string): number => Number(execFileSync('id', [option, USER], { encoding: 'utf8' }));
  chownSync(folder, idOf('-u'), idOf('-g'));
  chmodSync(folder, 0o700);
  return ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups', '--'];
}

async function toItsEnd(running: Running): Promise<void> {
  await running.ended;
  await stop(running);
}

function succeeds([program = '', ...args]: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
