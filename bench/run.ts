// npm run bench [-- --write] [-- --only TREE]: plants the trees in a temporary folder, runs the bundle of the sources and
// the peers on them in turns, and prints each median as a ratio to the floor of that same run: `node -e 0`. With --write
// the figures go into docs/performance.md. Needs GNU time and npm's registry. A quiet machine gives better figures.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../scripts/lib/bundle.js';
import { PROJECT } from '../scripts/lib/project.js';
import { compare, type Contender, type Cost } from './measure.js';
import { installPeers, versionsOfPeers } from './peers.js';
import { plant, TREES, type Tree } from './trees.js';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '7' },
    'no-peers': { type: 'boolean', default: false },
  },
});

const FLOOR: Contender = { name: 'node -e 0', command: [process.execPath, '-e', '0'] };
const GIT: Contender = { name: 'git ls-files', command: ['git', 'ls-files'] };
const folder = mkdtempSync(join(tmpdir(), 'lint-deploy-bench-'));
const PROGRAM = [join(folder, 'dist/lint-deploy.js'), '--fail-on', 'never'];
const OWN: Contender = { name: 'lint-deploy', command: [process.execPath, ...PROGRAM] };
/** The round that does not count keeps the run that the others are given. */
const AGAIN: Contender = {
  name: 'lint-deploy --cache',
  command: [process.execPath, ...PROGRAM, '--cache', '--cache-location', join(folder, 'kept')],
};
try {
  await bundle(join(folder, 'dist'));
  const text = `${machine()}\n\n${[...sections()].join('\n\n')}\n`;
  console.log(text);
  if (values.write) write(text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function* sections(): Generator<string> {
  const peers = values['no-peers'] ? [] : installPeers(made('peers'));
  for (const tree of TREES.values()) {
    if (values.only && !values.only.includes(tree.name)) continue;
    const root = made(tree.name);
    plant(tree, root);
    const contenders = [FLOOR, GIT, OWN, AGAIN, ...peersFor(tree, peers)];
    yield table(tree, compare(contenders, root, Number(values.rounds)));
    rmSync(root, { recursive: true, force: true });
  }
}

/** The peers are asked where the comparison says something: on the typical tree and on the large one. */
function peersFor({ name }: Tree, peers: readonly Contender[]): readonly Contender[] {
  if (name === 'service') return peers;
  return name === 'application' ? peers.filter((peer) => peer.name !== 'dockerfilelint') : [];
}

function made(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
}

function table({ name, holds }: Tree, costs: ReadonlyMap<string, Cost>): string {
  const floor = costs.get(FLOOR.name);
  const rows = [...costs].map(([contender, cost]) => {
    const ratio = floor ? cost.wallSeconds / floor.wallSeconds : NaN;
    const figures = [`${(cost.wallSeconds * 1_000).toFixed(0)} ms`, `${(cost.cpuSeconds * 1_000).toFixed(0)} ms`];
    return `| ${[contender, ...figures, ratio.toFixed(1), `${cost.peakMiB.toFixed(0)} MiB`].join(' | ')} |`;
  });
  const head = '| Command | Time | Processor | Times the floor | Peak memory |\n| --- | ---: | ---: | ---: | ---: |';
  return `### ${name}\n\n${holds[0]?.toUpperCase() ?? ''}${holds.slice(1)}.\n\n${head}\n${rows.join('\n')}`;
}

function machine(): string {
  const date = new Date().toISOString().slice(0, 10);
  const [first] = cpus();
  return (
    `Measured on ${date} with Node ${process.versions.node}, ${cpus().length} cores of ${first?.model.trim() ?? 'an unknown kind'}; ` +
    `medians of ${values.rounds} runs that took turns. Peers: ${versionsOfPeers()}.`
  );
}

function write(text: string): void {
  const path = join(PROJECT, 'docs/performance.md');
  const page = readFileSync(path, 'utf8');
  const [before, after] = [page.split('<!-- figures -->')[0], page.split('<!-- /figures -->')[1]];
  if (before === undefined || after === undefined) throw new Error(`${path} has no place for the figures`);
  writeFileSync(path, `${before}<!-- figures -->\n\n${text}\n<!-- /figures -->${after}`);
}
