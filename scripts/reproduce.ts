// npm run reproduce [-- --quick] [-- <rule> …]: runs services that have the fault of a rule behind a real nginx, repairs
// them as the rule tells, and runs them again. Needs Linux, nginx, and Debian's packages of Python that docs/proof.md names.
// The full run writes scripts/lib/reproduce/measured.json, from which "npm run docs" makes docs/proof.md; --quick is the
// part that belongs to every change and writes nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPRODUCTIONS } from './lib/reproduce/cases.js';
import { readResults, writeResults } from './lib/reproduce/measured.js';
import { doubt, folderOf, reproduce, type Result } from './lib/reproduce/reproduce.js';
import { prepareTools, type Tools } from './lib/reproduce/tools.js';

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const wanted = args.filter((each) => !each.startsWith('--'));
const chosen = REPRODUCTIONS.filter(
  ({ rule, quick }) => (!isQuick || quick === true) && (wanted.length === 0 || wanted.includes(rule)),
);

const root = mkdtempSync(join(tmpdir(), 'reproduce-'));
process.on('exit', () => {
  rmSync(root, { recursive: true, force: true });
});
const tools = prepareTools(root);
const results: Result[] = [];
for (const each of chosen) {
  const result = await tried(each, tools);
  if (result) results.push(result);
  else process.exitCode = 1;
}
console.log(`${results.length} of ${chosen.length} reproduced.`);
if (!isQuick) {
  const known = new Set(REPRODUCTIONS.map(({ rule, title }) => `${rule} ${title}`));
  const anew = new Set(chosen.map(({ rule, title }) => `${rule} ${title}`));
  const kept = readResults().filter(({ rule, title }) => {
    return known.has(`${rule} ${title}`) && !anew.has(`${rule} ${title}`);
  });
  writeResults([...kept, ...results]);
}

async function tried(each: (typeof chosen)[number], found: Tools): Promise<Result | undefined> {
  const name = `${each.rule}: ${each.title}`;
  try {
    const result = await reproduce(folderOf(each, root, found), each, found);
    const { before, after, status } = result;
    const why = doubt(result);
    const seen = `${status}: ${before.failed} of ${before.asked}, then ${after.failed} of ${after.asked}`;
    console.log(why === undefined ? `ok   ${name}: ${seen}` : `FAIL ${name}: ${why}`);
    return why === undefined ? result : undefined;
  } catch (error) {
    console.log(`FAIL ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
