// npm run reproduce [-- --quick] [-- <rule> …]: runs services that have the fault of a rule behind a real nginx, repairs
// them as the rule tells, and runs them again. Needs Linux, nginx, and Debian's packages of Python that docs/proof.md names.
// The full run writes scripts/lib/reproduce/measured.json, from which "npm run docs" makes docs/proof.md; --quick is the
// part that belongs to every change and writes nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argumentsOf, refuse } from './lib/arguments.js';
import { REPRODUCTIONS } from './lib/reproduce/cases.js';
import { readMeasured, writeMeasured } from './lib/reproduce/measured.js';
import { folderOf, reproduce, type Result } from './lib/reproduce/reproduce.js';
import type { Reproduction } from './lib/reproduce/reproduction.js';
import { prepareTools, versionOf, type Tools } from './lib/reproduce/tools.js';

const { values, positionals: wanted } = argumentsOf(import.meta.url, {
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false } },
});
const isQuick = values.quick;
const unknown = wanted.find((each) => REPRODUCTIONS.every(({ rule }) => rule !== each));
if (unknown !== undefined) refuse(import.meta.url, `Nothing is reproduced of a rule "${unknown}".`);
const groups = REPRODUCTIONS.filter(({ rule }) => wanted.length === 0 || wanted.includes(rule)).map(
  ({ rule, cases, together, meanwhile }) => ({
    together: together === true,
    meanwhile: meanwhile === true,
    chosen: cases.filter(({ quick }) => !isQuick || quick === true).map((each) => ({ rule, each })),
  }),
);
const chosen = groups.flatMap((group) => group.chosen);

const root = mkdtempSync(join(tmpdir(), 'reproduce-'));
process.on('exit', () => {
  rmSync(root, { recursive: true, force: true });
});
const tools = prepareTools(root, { isFull: !isQuick });
const results: Result[] = [];
await Promise.all([
  runAll(groups.filter(({ meanwhile }) => meanwhile)),
  runAll(groups.filter(({ meanwhile }) => !meanwhile)),
]);
console.log(`${results.length} of ${chosen.length} reproduced.`);
if (!isQuick) save();

/** What was not run this time is kept as it was found before. */
function save(): void {
  const keyOf = (rule: string, title: string): string => `${rule}: ${title}`;
  const known = new Set(REPRODUCTIONS.flatMap(({ rule, cases }) => cases.map(({ title }) => keyOf(rule, title))));
  for (const { rule, each } of chosen) known.delete(keyOf(rule, each.title));
  const kept = readMeasured().results.filter(({ rule, title }) => known.has(keyOf(rule, title)));
  writeMeasured({ edge: versionOf('nginx', tools), results: [...kept, ...results] });
}

async function runAll(some: typeof groups): Promise<void> {
  for (const group of some) {
    if (group.together) await Promise.all(group.chosen.map(add));
    else for (const each of group.chosen) await add(each);
  }
}

async function add({ rule, each }: (typeof chosen)[number]): Promise<void> {
  const result = await tried(rule, each, tools);
  if (result) results.push(result);
  else process.exitCode = 1;
}

async function tried(rule: string, each: Reproduction, found: Tools): Promise<Result | undefined> {
  const name = `${rule}: ${each.title}`;
  try {
    const result = await reproduce(folderOf(rule, each, root, found), rule, each, found);
    const { before, after, status } = result;
    const seen = `${status}: ${before.failed} of ${before.asked}, then ${after.failed} of ${after.asked}`;
    console.log(`ok   ${name}: ${seen}`);
    return result;
  } catch (error) {
    console.log(`FAIL ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
