// npm run fuzz -- [--texts 1000000] [--repositories 20000] [--seed 1] [--progress FILE]: the mutations of test/fuzz, many
// more of them, from a seed that is printed and brings the same inputs back. Each input that makes a reader throw, or that
// takes more than a second of processor time twice, is printed and kept in a temporary folder. Exit status 1 where there
// was one. With --progress, what is done is noted in that file, and a run that was ended goes on from there.
import fc from 'fast-check';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutated } from '../test/fuzz/mutation.js';
import { READERS } from '../test/fuzz/readers.js';
import { faultsOf, mutatedRepository } from '../test/fuzz/repository.js';
import { textsOf, WORDS } from '../test/fuzz/texts.js';
import { argumentsOf } from './lib/arguments.js';

const { values } = argumentsOf(import.meta.url, {
  options: {
    texts: { type: 'string', default: '20000' },
    repositories: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    reader: { type: 'string' },
    progress: { type: 'string' },
  },
});
const SLOW_MS = 1_000;
/** Few enough to be held at once, each batch from a seed of its own. */
const BATCH = 500;

const seed = Number(values.seed);
const folder = mkdtempSync(join(tmpdir(), 'lint-deploy-fuzz-'));
const known = progress();
let failures = 0;
let kept = 0;
console.log(`seed ${seed}; inputs that fail are kept in ${folder}`);

const readers = READERS.filter(({ name }) => values.reader === undefined || name === values.reader);
const each = Number(values.texts) / readers.reduce((sum, { share = 1 }) => sum + share, 0);
for (const { name, syntax, share = 1, read } of readers)
  await run(name, mutated(textsOf(syntax), WORDS[syntax]), Math.ceil(each * share), async (text) => {
    await read(text);
    return [];
  });
await run('repositories', mutatedRepository(), Number(values.repositories), faultsOf);
process.exitCode = failures > 0 ? 1 : 0;

type Check<T> = (input: T) => Promise<readonly string[]>;

async function run<T>(name: string, inputs: fc.Arbitrary<T>, count: number, check: Check<T>): Promise<void> {
  let slowest = 0;
  let failed = 0;
  for (let done = 0; done < count; done += BATCH) {
    const size = Math.min(BATCH, count - done);
    const key = [name, seed + done, size].join('\t');
    const batch =
      known.get(key) ?? (await runBatch(name, fc.sample(inputs, { seed: seed + done, numRuns: size }), check));
    if (!known.has(key) && values.progress !== undefined)
      appendFileSync(values.progress, [key, batch.slowest.toFixed(0), `${batch.failed}\n`].join('\t'));
    slowest = Math.max(slowest, batch.slowest);
    failed += batch.failed;
  }
  failures += failed;
  if (count > 0) console.log(`${name}: ${count} inputs, ${failed} failed, the slowest took ${slowest.toFixed(0)} ms`);
}

/** `slowest` in ms of processor time. */
interface Batch {
  slowest: number;
  failed: number;
}

async function runBatch<T>(name: string, inputs: readonly T[], check: Check<T>): Promise<Batch> {
  const batch = { slowest: 0, failed: 0 };
  for (const input of inputs) {
    let { took, faults } = await timed(input, check);
    // Once more alone: the first time may have paid for the garbage of those before.
    if (took > SLOW_MS) took = Math.min(took, (await timed(input, check)).took);
    batch.slowest = Math.max(batch.slowest, took);
    if (took > SLOW_MS) faults = [...faults, `took ${took.toFixed(0)} ms`];
    if (faults.length === 0) continue;
    batch.failed += 1;
    keep(name, input, faults.join('\n'));
  }
  return batch;
}

async function timed<T>(input: T, check: Check<T>): Promise<{ took: number; faults: readonly string[] }> {
  const before = process.cpuUsage();
  const faults = await check(input).catch((error: unknown) => [
    (error instanceof Error ? error.stack : undefined) ?? String(error),
  ]);
  const { user, system } = process.cpuUsage(before);
  return { took: (user + system) / 1_000, faults };
}

function keep(name: string, input: unknown, why: string): void {
  kept += 1;
  const file = join(folder, `${kept}.json`);
  writeFileSync(file, JSON.stringify({ name, why, input }, null, 2));
  console.log(`${name}: ${why.split('\n').slice(0, 3).join(' | ')}: ${file}`);
}

/** The batches that were run before, by their reader, seed and size. */
function progress(): ReadonlyMap<string, Batch> {
  const text =
    values.progress !== undefined && existsSync(values.progress) ? readFileSync(values.progress, 'utf8') : '';
  const rows = text.split('\n').filter((line) => line !== '');
  return new Map(
    rows.map((line) => {
      const [name, from, size, slowest, failed] = line.split('\t');
      return [[name, from, size].join('\t'), { slowest: Number(slowest), failed: Number(failed) }] as const;
    }),
  );
}
