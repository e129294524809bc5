import { READERS } from './readers.js';

/**
 * What the fuzzer that is guided by coverage (scripts/fuzz-guided.ts) calls with one input after the other: the first byte
 * says which reader takes the rest.
 */
export async function fuzz(data: Buffer): Promise<void> {
  await READERS[(data[0] ?? 0) % READERS.length]?.read(data.toString('utf8', 1));
}
