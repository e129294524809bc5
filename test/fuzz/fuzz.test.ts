import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutated } from './mutation.js';
import { READERS } from './readers.js';
import { faultsOf, mutatedRepository } from './repository.js';
import { textsOf, WORDS } from './texts.js';

// A failure prints the smallest input that shows it, and the seed and path that bring it back. The long runs are those of
// "npm run fuzz"; what they find becomes a case of the tests of what was at fault.
const SEED = 20_261_121;
const TEXTS_PER_READER = 1_600;
const REPOSITORIES = 500;

describe('every reader takes every text', () => {
  it.each(READERS)('$name', { timeout: 300_000 }, async ({ syntax, read }) => {
    const seeds = textsOf(syntax);
    expect(seeds.length, 'there are texts to start from').toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(mutated(seeds, WORDS[syntax]), async (text) => {
        await read(text);
      }),
      { seed: SEED, numRuns: TEXTS_PER_READER },
    );
  });
});

it('every repository is linted to the end', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(mutatedRepository(), async (files) => {
      expect(await faultsOf(files)).toEqual([]);
    }),
    { seed: SEED, numRuns: REPOSITORIES },
  );
});
