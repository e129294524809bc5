import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listenersOf, type Address } from './sockets.js';

/** What a table says of a server. `idle`: seconds until an idle connection is closed. */
export interface Expected {
  host: string;
  port: number;
  idle: number | 'none' | 'unknown';
}

export interface Measured {
  verdict: 'agrees' | 'differs' | 'not installed';
  /** In words. */
  found: string;
}

/** Longest time that a server is given to listen, and that an idle connection is watched, in ms. */
const START_LIMIT = 60_000;
const IDLE_LIMIT = 7_000;

/** Starts a server in a folder of its own and watches it. */
export async function measure(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  expected: Expected,
): Promise<Measured> {
  if (!isInstalled(command)) return { verdict: 'not installed', found: '' };
  const folder = folderOf(files);
  try {
    return await withServer(command, env, folder, (addresses) => watched(addresses, expected));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a program is found, and for `python3 file` there is Python. */
export function isInstalled([program = '']: readonly string[]): boolean {
  return spawnSync('which', [program]).status === 0;
}

/** A new folder with these files. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'measure-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** They have a group of their own, which does not end with the script. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const { pid } of running) if (pid !== undefined) quietly(() => process.kill(-pid, 'SIGKILL'));
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(1));

/** Starts a server in a folder, hands on where it listens, and stops it. Nowhere: it does not start. */
export async function withServer<T>(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  folder: string,
  use: (addresses: readonly Address[]) => Promise<T>,
): Promise<T> {
  const inherited = { ...process.env };
  delete inherited.PORT;
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...inherited, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1', ...env },
    detached: true,
    stdio: 'ignore',
  });
  running.add(child);
  try {
    return await use(await listening(child));
  } finally {
    await stop(child);
    running.delete(child);
  }
}

async function watched(addresses: readonly Address[], expected: Expected): Promise<Measured> {
  if (addresses.length === 0) return { verdict: 'differs', found: 'it does not start' };
  const shown = addresses.map(({ host, port }) => `${host}:${String(port)}`).join(' and ');
  const isThere = addresses.some(({ host, port }) => host === expected.host && port === expected.port);
  if (expected.idle === 'unknown') return { verdict: isThere ? 'agrees' : 'differs', found: shown };
  const idle = await idleSeconds(addresses[0]?.port ?? 0);
  const words = idle === undefined ? `open after ${String(IDLE_LIMIT / 1_000)} s` : `closed after ${idle.toFixed(1)} s`;
  return { verdict: isThere && agrees(idle, expected.idle) ? 'agrees' : 'differs', found: `${shown}, ${words}` };
}

/** `none` stands for both a connection that is closed at once and one without a limit. A busy machine closes later. */
function agrees(seconds: number | undefined, expected: Expected['idle']): boolean {
  if (expected === 'unknown') return true;
  if (expected === 'none') return seconds === undefined || seconds < 0.5;
  if (seconds === undefined) return expected * 1_000 >= IDLE_LIMIT;
  return expected - 0.2 <= seconds && seconds <= expected + 1.9;
}

/** The addresses that a process and its children listen on, once there are some. */
async function listening(child: ChildProcess): Promise<readonly Address[]> {
  const start = Date.now();
  while (Date.now() - start < START_LIMIT) {
    await wait(100);
    if (child.exitCode !== null) return [];
    const found = listenersOf(child.pid ?? -1);
    if (found.length > 0) return found;
  }
  return [];
}

/** How long an idle connection stays open; undefined where that is longer than is watched. */
function idleSeconds(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answered = 0;
    const finish = (seconds: number | undefined): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(seconds);
    };
    const timer = setTimeout(() => {
      finish(undefined);
    }, IDLE_LIMIT);
    socket.on('connect', () => void socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    socket.on('data', () => (answered = Date.now()));
    socket.on('close', () => {
      finish(answered === 0 ? 0 : (Date.now() - answered) / 1_000);
    });
    socket.on('error', () => {
      finish(0);
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.pid === undefined || child.exitCode !== null) return;
  quietly(() => process.kill(-(child.pid ?? 0), 'SIGKILL'));
  await Promise.race([ended, wait(3_000)]);
}

/** The status with which a server answers GET; undefined where it does not. `host`: the Host it is asked for. */
export function statusOf(port: number, host: string, path = '/'): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, headers: { host }, timeout: 20_000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => {
      resolve(undefined);
    });
  });
}

/** The version of a program, as it tells it; of a package of Python that a script uses, as it was installed. */
export function versionOf([program = '']: readonly string[], packageName?: string): string {
  const script = `import importlib.metadata as m; print(m.version(${JSON.stringify(packageName ?? '')}))`;
  const args = packageName === undefined ? ['--version'] : ['-c', script];
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return /\d+(?:\.\d+)+/.exec(`${stdout} ${stderr}`)?.[0] ?? '';
}

function quietly<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
