import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect as connectSecurely } from 'node:tls';
import { FRAMEWORKS, NEST_FASTIFY } from '../../../src/apps/node/frameworks.js';
import { PACKAGED } from '../../../src/apps/node/packaged.js';
import type { ServerCase } from './cases.js';

/** What a started server was seen to do. */
export interface Seen {
  isEverywhere: boolean;
  /** How long an idle connection stayed open, in s; null: longer than was watched. */
  idle: number | null;
}

/** What its row says of a server. */
export interface Said {
  host: string | undefined;
  /** In s; null: no limit, or none that is known. */
  keepAlive: number | null;
}

/** Longest time that a server is given to listen, in ms. */
const START_LIMIT = 60_000;
/** Node closes up to a second after its time, and a busy machine later still, in s. */
const SLACK = 4;

export function saidOf({ row, makes, command, keepAlive }: ServerCase): Said {
  const packaged = command && PACKAGED.find(({ title }) => title === row);
  if (packaged) {
    return {
      host: packaged.host.otherwise,
      keepAlive: packaged.keepAlive ? packaged.keepAlive.otherwise / 1_000 : null,
    };
  }
  const own = [...FRAMEWORKS, NEST_FASTIFY].find(
    (each) => each.title === row && (makes === undefined || each.makes.includes(makes)),
  );
  if (!own) throw new Error(`No table has a row "${row}".`);
  const time = keepAlive ?? own.keepAlive;
  return { host: own.host, keepAlive: time === undefined ? null : time / 1_000 };
}

/** Whether a row says what was seen. Where it names no host or no time, that is not compared. */
export function agrees({ isEverywhere, idle }: Seen, { host, keepAlive }: Said): boolean {
  const isSaid = host === '::' || host === '0.0.0.0';
  if (host !== undefined && isSaid !== isEverywhere) return false;
  return keepAlive === null || (idle !== null && idle >= keepAlive - 0.5 && idle < keepAlive + SLACK);
}

/** Starts a server in a folder that has its packages, and watches its socket, for so many ms at most. */
export async function seen(folder: string, server: ServerCase, node: string, watch: number): Promise<Seen> {
  const bin = (words: readonly string[]): string[] => [
    join(folder, 'node_modules/.bin', words[0] ?? ''),
    ...words.slice(1),
  ];
  for (const [path, text] of Object.entries(server.files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH ?? ''}`, NODE_ENV: '' };
  if (server.build) execFileSync(node, bin(server.build), { cwd: folder, env, stdio: 'ignore' });
  const port = server.port ?? (await freePort());
  const child = spawn(node, server.command ? bin(server.command) : [programOf(folder, server)], {
    cwd: folder,
    env: { ...env, PORT: String(port) },
    stdio: 'ignore',
  });
  try {
    await listening(child, port);
    const isEverywhere = await reached(port, publicAddress());
    return { isEverywhere, idle: await idleTime(port, server.isSecure === true, watch) };
  } finally {
    await ended(child);
  }
}

function programOf(folder: string, { title, code = '' }: ServerCase): string {
  const file = join(folder, `${title.replace(/\W+/g, '-')}.${code.startsWith('import ') ? 'mjs' : 'cjs'}`);
  writeFileSync(file, code);
  return file;
}

/** A key and a certificate of its own for a server that speaks TLS. */
export function writeCertificate(folder: string): void {
  const args = 'req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost';
  execFileSync('openssl', args.split(' '), { cwd: folder, stdio: 'ignore' });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

/** Waits until something listens on a port. */
export async function listening(child: ChildProcess, port: number): Promise<void> {
  for (let waited = 0; waited < START_LIMIT; waited += 100) {
    if ((await reached(port, '127.0.0.1')) || (await reached(port, '::1'))) return;
    if (child.exitCode !== null) throw new Error('The server has ended.');
    await wait(100);
  }
  throw new Error(`Nothing listens on port ${String(port)}.`);
}

export function reached(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (is: boolean) => () => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });
}

/** An address of this machine that is not a local one. */
function publicAddress(): string {
  const own = Object.values(networkInterfaces())
    .flat()
    .find((each) => each && !each.internal && each.family === 'IPv4');
  if (!own) throw new Error('This machine has no address but local ones.');
  return own.address;
}

/** Sends one request over a connection and waits for the server to close it; in s, null where it does not within `watch` ms. */
export function idleTime(port: number, isSecure: boolean, watch: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const socket = isSecure
      ? connectSecurely({ port, host: 'localhost', rejectUnauthorized: false })
      : connect({ port, host: 'localhost' });
    let answered = Date.now();
    const limit = setTimeout(() => {
      socket.destroy();
      resolve(null);
    }, watch);
    socket.once('error', reject);
    socket.on('data', () => {
      answered = Date.now();
    });
    socket.once('close', () => {
      clearTimeout(limit);
      resolve((Date.now() - answered) / 1_000);
    });
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n');
  });
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}
