import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect as connectHttp2, type ClientHttp2Session } from 'node:http2';
import { connect, createServer, type Socket } from 'node:net';
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
/** Longest time that a build is given, in ms. */
const BUILD_LIMIT = 300_000;
/** Node closes up to a second after its time, and a busy machine later still, in s. */
const SLACK = 4;

export function saidOf({ row, makes, command, built, keepAlive }: ServerCase): Said {
  const packaged = (command ?? built) !== undefined && PACKAGED.find(({ title }) => title === row);
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

/** The environment of a server, and of what builds it. */
function environmentOf(node: string, { env = {} }: ServerCase): NodeJS.ProcessEnv {
  const path = `${dirname(node)}:${process.env.PATH ?? ''}`;
  // Tests set NODE_ENV; nothing is to ask or to open a page.
  return { ...process.env, PATH: path, NODE_ENV: undefined, CI: '1', BROWSER: 'none', ...env };
}

/** Writes what a server needs beside its packages, into the folder that has them. */
export function writeFiles(folder: string, { files = {} }: ServerCase): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Builds a server; throws where it cannot be. */
export function build(folder: string, server: ServerCase, node: string): void {
  if (!server.build) return;
  const options = { cwd: folder, env: environmentOf(node, server), stdio: 'ignore', timeout: BUILD_LIMIT } as const;
  execFileSync(node, bin(folder, server.build), options);
}

function bin(folder: string, [name = '', ...words]: readonly string[]): string[] {
  return [join(folder, 'node_modules/.bin', name), ...words];
}

/** Starts a server in a folder that has its packages and files, and watches its socket, for so many ms at most. */
export async function seen(folder: string, server: ServerCase, node: string, watch: number): Promise<Seen> {
  const port = server.port ?? (await freePort());
  const [program = '', ...words] = wordsOf(folder, server, node);
  const env = { ...environmentOf(node, server), PORT: String(port) };
  const child = spawn(program, words, { cwd: folder, env, stdio: 'ignore', detached: server.project !== undefined });
  try {
    await listening(child, port);
    const isEverywhere = await reached(port, publicAddress());
    return { isEverywhere, idle: await idleTime(port, server, watch) };
  } finally {
    await ended(child);
  }
}

function wordsOf(folder: string, server: ServerCase, node: string): string[] {
  const { command, built, engine } = server;
  if (command) return [node, ...bin(folder, command)];
  if (built !== undefined) return [node, join(folder, built)];
  const program = programOf(folder, server);
  if (!engine) return [node, program];
  return [join(folder, 'node_modules', engine.package, engine.program), ...engine.arguments, program];
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

/** How a server is spoken to. */
type Speech = Pick<ServerCase, 'isSecure' | 'isHttp2'>;

/** Sends one request over a connection and waits for the server to close it; in s, null where it does not within `watch` ms. */
export function idleTime(port: number, { isSecure, isHttp2 }: Speech, watch: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    let answered = Date.now();
    const answer = (): void => {
      answered = Date.now();
    };
    const connection = isHttp2 === true ? askHttp2(port, answer) : ask(port, isSecure === true, answer);
    const limit = setTimeout(() => {
      resolve(null);
      connection.destroy();
    }, watch);
    connection.once('error', reject);
    connection.once('close', () => {
      clearTimeout(limit);
      resolve((Date.now() - answered) / 1_000);
    });
  });
}

function ask(port: number, isSecure: boolean, answer: () => void): Socket {
  const socket = isSecure
    ? connectSecurely({ port, host: 'localhost', rejectUnauthorized: false })
    : connect({ port, host: 'localhost' });
  socket.on('data', answer);
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n');
  return socket;
}

function askHttp2(port: number, answer: () => void): ClientHttp2Session {
  const session = connectHttp2(`http://localhost:${String(port)}`);
  session.request({ ':path': '/' }).on('end', answer).resume();
  return session;
}

/** Ends a server with all that it has started. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      resolve();
      return;
    }
    child.once('exit', () => {
      resolve();
    });
    kill(child, child.pid);
  });
}

function kill(child: ChildProcess, id: number): void {
  try {
    process.kill(-id, 'SIGKILL');
  } catch {
    // It leads no group of its own.
    child.kill('SIGKILL');
  }
}
