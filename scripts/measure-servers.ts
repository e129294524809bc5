// npm run measure-servers: installs Node's frameworks into a temporary folder, starts each with PORT set, and compares
// where it listens and how long it keeps an idle connection with the table. Writes docs/servers.md. Takes a few minutes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measured, type Measured } from './lib/measured-server.js';
import { MEASURED_SERVERS } from './lib/measured-servers.js';
import { PROJECT } from './lib/project.js';
import { serversPage } from './lib/servers-page.js';

const folder = mkdtempSync(join(tmpdir(), 'servers-'));
try {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const packages = MEASURED_SERVERS.flatMap((each) => each.packages);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...new Set(packages)], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const results: Measured[] = [];
  // Side by side: most of the time is spent waiting for a connection to be closed.
  const pending = MEASURED_SERVERS.map(async (each) => {
    const result = await measured(folder, each);
    console.log(`${each.title}: ${result.host} ${result.port} ${result.idle}`);
    results.push(result);
  });
  await Promise.all(pending);
  const ordered = MEASURED_SERVERS.flatMap(({ title }) => results.find((each) => each.title === title) ?? []);
  const page = join(PROJECT, 'docs/servers.md');
  writeFileSync(page, serversPage(ordered, process.version, new Date()));
  execFileSync('npx', ['prettier', '--write', page], { cwd: PROJECT, stdio: 'ignore' });
  const wrong = ordered.filter((each) => !each.agrees);
  if (wrong.length > 0) {
    console.error(`The table says otherwise of ${wrong.map(({ title }) => title).join(', ')}.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
