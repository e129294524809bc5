// npm run fuzz -- [--texts 1000000] [--repositories 20000] [--seed 1]: the mutations of test/fuzz, many more of them, from
// a seed that is printed and brings the same inputs back. Each input that makes a reader throw, or that takes more than
// a second of processor time, is printed and kept in a temporary folder. Exit status 1 where there was one.
import fc from 'fast-check';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutated } from '../test/fuzz/mutation.js';
import { READERS } from '../test/fuzz/readers.js';
import { faultsOf, mutatedRepository } from '../test/fuzz/repository.js';
import { textsOf, WORDS } from '../test/fuzz/texts.js';

const { values } = parseArgs({
  options: {
    texts: { type: 'string', default: '20000' },
    repositories: { type: 'string', default: '500' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    reader: { type: 'string' },
  },
});
const SLOW_MS = 1_000;
const BATCH = 500;

const seed = Number(values.seed);
const folder = mkdtempSync(join(tmpdir(), 'lint-deploy-fuzz-'));
let failures = 0;
console.log(`seed ${seed}; inputs that fail are kept in ${folder}`);

const readers = READERS.filter(({ name }) => values.reader === undefined || name === values.reader);
const each = Math.ceil(Number(values.texts) / readers.length);
for (const { name, syntax, read } of readers)
  await run(name, mutated(textsOf(syntax), WORDS[syntax]), each, async (text) => {
    await read(text);
    return [];
  });
await run('repositories', mutatedRepository(), Number(values.repositories), faultsOf);
process.exitCode = failures > 0 ? 1 : 0;

/** In batches, each from a seed of its own, so that a million inputs do not have to be held at once. */
async function run<T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  count: number,
  check: (input: T) => Promise<readonly string[]>,
): Promise<void> {
  let slowest = 0;
  for (let done = 0; done < count; done += BATCH)
    for (const input of fc.sample(inputs, { seed: seed + done, numRuns: Math.min(BATCH, count - done) })) {
      const before = process.cpuUsage();
      const faults = await check(input).catch((error: unknown) => [
        error instanceof Error ? error.stack : String(error),
      ]);
      const { user, system } = process.cpuUsage(before);
      const took = (user + system) / 1_000;
      slowest = Math.max(slowest, took);
      if (faults.length > 0) keep(name, input, faults.join('\n'));
      else if (took > SLOW_MS) keep(name, input, `took ${took.toFixed(0)} ms`);
    }
  console.log(`${name}: ${count} inputs, the slowest took ${slowest.toFixed(0)} ms`);
}

function keep(name: string, input: unknown, why: string): void {
  failures += 1;
  const file = join(folder, `${failures}.json`);
  writeFileSync(file, JSON.stringify({ name, why, input }, null, 2));
  console.log(`${name}: ${why.split('\n').slice(0, 3).join(' | ')}: ${file}`);
}
