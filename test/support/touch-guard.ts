/*
 * Loaded by Node before the program under test (test/dist/touches.test.ts): stands in front of the parts of Node that
 * open files, start processes and reach the network. What is not allowed is refused and noted in the file `log`.
 */
import child from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { basename, dirname, join, resolve, sep } from 'node:path';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import workers from 'node:worker_threads';

/** Put in its place where this file is made ready to run. */
declare const TOUCH_GUARD: {
  /** Folders, as real paths, below which files may be opened, and those below which they may be written, too. */
  reads: string[];
  writes: string[];
  log: string;
};
const { reads, writes, log } = TOUCH_GUARD;
const { constants, realpathSync, writeSync } = fs;
const notes = fs.openSync(log, 'a');

function refuse(what: string): never {
  writeSync(notes, `${what}\n`);
  throw new Error(`refused by the test: ${what}`);
}

/** Where a path leads to, links followed; of what is not there, its folder's place. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

function check(call: string, path: unknown, isWritten: boolean): void {
  // A file that is open already.
  if (typeof path === 'number') return;
  const text = path instanceof URL ? fileURLToPath(path) : String(path);
  const real = realPath(resolve(text));
  const allowed = isWritten ? writes : [...reads, ...writes];
  if (!allowed.some((folder) => real === folder || real.startsWith(folder + sep))) refuse(`${call} ${real}`);
}

const READING = /^(?:open|openAsBlob|readFile|readdir|opendir|createReadStream|watch|watchFile)(?:Sync)?$/;
/** Their first path is what they write; `rename`, `link` and the copies name a second one. */
const WRITING =
  /^(?:writeFile|appendFile|mkdir|mkdtemp|rename|rm|rmdir|unlink|symlink|link|truncate|l?chmod|l?chown|l?utimes|copyFile|cp|createWriteStream)(?:Sync)?$/;
const SECOND = /^(?:rename|link|copyFile|cp|symlink)/;
const { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND } = constants;

function opensToWrite(flags: unknown): boolean {
  if (typeof flags === 'number') return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)) !== 0;
  return typeof flags === 'string' && flags !== 'r' && flags !== 'rs';
}

function guardFiles(owner: object): void {
  for (const name of Object.keys(owner)) {
    if (!READING.test(name) && !WRITING.test(name)) continue;
    replace(owner, name, (...given) => {
      check(name, given[0], WRITING.test(name) || (/^open(?:Sync)?$/.test(name) && opensToWrite(given[1])));
      if (SECOND.test(name)) check(name, given[1], true);
    });
  }
}

/** Has `before` look at what a function is called with. */
function replace(owner: object, name: string, before: (...given: unknown[]) => void): void {
  const real: unknown = Reflect.get(owner, name);
  if (typeof real !== 'function') return;
  Reflect.set(owner, name, function (this: unknown, ...given: unknown[]): unknown {
    before(...given);
    const answer: unknown = Reflect.apply(real, this, given);
    return answer;
  });
}

guardFiles(fs);
guardFiles(fs.promises);
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  replace(child, name, (program) => {
    if (program !== 'git') refuse(`${name} ${String(program)}`);
  });
const network: readonly (readonly [owner: object, ...names: string[]])[] = [
  [net, 'connect', 'createConnection', 'createServer'],
  [net.Socket.prototype, 'connect'],
  [tls, 'connect'],
  [dgram, 'createSocket'],
  [dns, 'lookup', 'resolve', 'resolve4', 'resolve6'],
  [dns.promises, 'lookup', 'resolve', 'resolve4', 'resolve6'],
  [http, 'request', 'get', 'createServer'],
  [https, 'request', 'get'],
  [globalThis, 'fetch'],
];
for (const [owner, ...names] of network) for (const name of names) replace(owner, name, () => refuse(name));
Reflect.set(workers, 'Worker', function () {
  refuse('Worker');
});
syncBuiltinESMExports();
