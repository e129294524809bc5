import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { FRAMEWORKS } from '../../src/apps/node/frameworks.js';
import type { MeasuredServer } from './measured-servers.js';

/** What a started server was seen to do. */
export interface Measured {
  title: string;
  host: 'every interface' | 'local only';
  /** The variable it takes its port from. */
  port: 'PORT';
  /** How long an idle connection stayed open, in s; undefined: longer than was waited. */
  idle: number | undefined;
  /** What the table says, in s. */
  table: number | undefined;
  agrees: boolean;
}

/** How long a connection is watched, in ms: beyond the longest default. */
const WATCH = 80_000;
/** Node closes up to a second after its time, and a busy machine later still, in ms. */
const SLACK = 4_000;

let nextPort = 42_100;

/** Starts a server and watches its socket. */
export async function measured(folder: string, server: MeasuredServer): Promise<Measured> {
  const port = (nextPort += 1);
  const file = join(folder, `${server.title.replace(/\W+/g, '-')}.cjs`);
  writeFileSync(file, server.code);
  const child = spawn(process.execPath, [file], {
    cwd: folder,
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  });
  try {
    await listening(port);
    const everywhere = await reached(port, publicAddress());
    const idle = await idleTime(port);
    return compared(server, everywhere, idle);
  } finally {
    await ended(child);
  }
}

function compared(server: MeasuredServer, everywhere: boolean, idle: number | undefined): Measured {
  const row = FRAMEWORKS.find(
    ({ title, listen }) => title === server.row && (server.row !== 'Hono' || listen.length === 0),
  );
  const keepAlive = server.keepAlive ?? row?.keepAlive;
  const isEverywhere = row?.host === '::' || row?.host === '0.0.0.0';
  const near = idle === undefined ? keepAlive === undefined : Math.abs(idle - (keepAlive ?? Infinity)) < SLACK;
  return {
    title: server.title,
    host: everywhere ? 'every interface' : 'local only',
    port: 'PORT',
    idle: idle === undefined ? undefined : Math.round(idle / 1_000),
    table: keepAlive === undefined ? undefined : keepAlive / 1_000,
    agrees: near && isEverywhere === everywhere,
  };
}

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await reached(port, 'localhost')) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Nothing listens on port ${String(port)}.`);
}

function reached(port: number, host: string): Promise<boolean> {
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

/** Sends one request over a connection and waits for the server to close it. */
function idleTime(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: 'localhost' });
    let answered = 0;
    const limit = setTimeout(() => {
      socket.destroy();
      resolve(undefined);
    }, WATCH);
    socket.once('error', reject);
    socket.once('data', () => {
      answered = Date.now();
    });
    socket.once('close', () => {
      clearTimeout(limit);
      resolve(Date.now() - answered);
    });
    socket.resume().write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n');
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}
