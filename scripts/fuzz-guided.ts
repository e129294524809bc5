// npm run fuzz:guided -- [--minutes 20] [--corpus FOLDER]: the readers of test/fuzz under jazzer.js, which changes texts of
// the fixtures, keeps those that reach code no text before them reached, and goes on from there. What a reader throws at,
// or takes more than a second of processor time for, is told and stays in the folder, as does the corpus, which a later run
// goes on from. Exit status 1 where there was one. jazzer.js needs glibc 2.38 on Linux.
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  copyFileSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fuzz } from '../test/fuzz/guided-target.js';
import { READERS } from '../test/fuzz/readers.js';
import { textsOf, WORDS } from '../test/fuzz/texts.js';
import { argumentsOf } from './lib/arguments.js';
import { PROJECT } from './lib/project.js';

const { values } = argumentsOf(import.meta.url, {
  options: { minutes: { type: 'string', default: '20' }, corpus: { type: 'string' } },
});
/** Longer texts reach no more code; they are what `npm run fuzz` makes. */
const LONGEST_BYTES = 4_096;
/** Of a clock on the wall, in code that counts each of its steps: what takes as long is timed again below. */
const SUSPECT_SECONDS = 5;
const SLOW_MS = 1_000;
const MEMORY_MB = 6_144;

const require = createRequire(import.meta.url);
const corpus = resolve(values.corpus ?? mkdtempSync(join(tmpdir(), 'lint-deploy-corpus-')));
const texts = join(corpus, 'texts');
const found = join(corpus, 'found');
const words = join(corpus, 'words');
for (const folder of [texts, found]) mkdirSync(folder, { recursive: true });
for (const [reader, { syntax }] of READERS.entries())
  for (const text of textsOf(syntax)) {
    const input = Buffer.concat([Buffer.from([reader]), Buffer.from(text)]);
    if (input.length <= LONGEST_BYTES)
      writeFileSync(join(texts, createHash('sha1').update(input).digest('hex')), input);
  }
writeFileSync(words, [...new Set(Object.values(WORDS).flat())].map(dictionaryEntry).join(''));

const before = keptByReader();
await guided(await bundledTarget(join(corpus, 'target')));
const after = keptByReader();
for (const [reader, { name }] of READERS.entries())
  console.log(`${name}: ${(after[reader] ?? 0) - (before[reader] ?? 0)} texts found beside ${before[reader] ?? 0}`);
for (const file of readdirSync(found)) await judge(join(found, file));

/** The target with all it imports in one file, so that the code of the parsers guides, too. */
async function bundledTarget(folder: string): Promise<string> {
  const file = join(folder, 'target.cjs');
  await build({
    absWorkingDir: PROJECT,
    entryPoints: ['test/fuzz/guided-target.ts'],
    outfile: file,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    define: { 'import.meta.url': 'thisFile' },
    banner: { js: `const thisFile = require('node:url').pathToFileURL(__filename).href;` },
    logLevel: 'error',
  });
  for (const wasm of ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm'])
    copyFileSync(require.resolve(wasm), join(folder, basename(wasm)));
  return file;
}

async function guided(target: string): Promise<void> {
  const log = join(corpus, 'log.txt');
  const jazzer = join(dirname(require.resolve('@jazzer.js/core')), 'cli.js');
  const child = spawn(
    'node',
    [
      ...[jazzer, target, '--includes', dirname(target), '--disableBugDetectors', '.*', texts, '--'],
      ...[`-max_total_time=${Math.round(Number(values.minutes) * 60)}`, '-print_final_stats=1', `-dict=${words}`],
      ...[`-artifact_prefix=${found}/`, `-max_len=${LONGEST_BYTES}`, `-rss_limit_mb=${MEMORY_MB}`],
      ...[`-report_slow_units=${SUSPECT_SECONDS}`, '-timeout=120'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  child.stderr.pipe(createWriteStream(log));
  const closed: unknown[] = await once(child, 'close');
  const [status] = closed;
  const said = readFileSync(log, 'utf8');
  const [, start = '?'] = /INITED +cov: (\d+)/.exec(said) ?? [];
  const end = [...said.matchAll(/^#\d+\s+\S+ +cov: (\d+)/gm)].at(-1)?.[1] ?? '?';
  const [, runs = '?'] = /^(?:Done |stat::number_of_executed_units: +)(\d+)/m.exec(said) ?? [];
  console.log(`${runs} texts; they reach ${end} places in the code, those of the fixtures ${start}; all said: ${log}`);
  if (status === 0) return;
  console.log(`jazzer.js ended with status ${String(status)}`);
  process.exitCode = 1;
}

/** How many texts of the corpus are for each reader. */
function keptByReader(): readonly number[] {
  const counts = READERS.map(() => 0);
  for (const file of readdirSync(texts)) {
    const reader = (readFileSync(join(texts, file))[0] ?? 0) % READERS.length;
    counts[reader] = (counts[reader] ?? 0) + 1;
  }
  return counts;
}

/** Runs what was kept as a failure or as slow again, in code as it is. */
async function judge(file: string): Promise<void> {
  const data = readFileSync(file);
  const { name } = READERS[(data[0] ?? 0) % READERS.length] ?? {};
  const start = process.cpuUsage();
  const error = await fuzz(data).then(
    () => undefined,
    (thrown: unknown) => String(thrown),
  );
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1_000;
  console.log(`${file}: ${name}: ${error ?? `${ms.toFixed(0)} ms`}`);
  if (error !== undefined || ms > SLOW_MS) process.exitCode = 1;
}

/** As libFuzzer reads it: each byte by its number. */
function dictionaryEntry(word: string): string {
  return `"${[...Buffer.from(word)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"\n`;
}
