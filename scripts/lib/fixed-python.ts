import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rules } from '../../rules/index.js';
import { lint } from '../../src/engine/lint.js';
import { planFixes } from '../../src/fixes/plan.js';
import { writeFixed } from '../../src/fixes/write.js';
import type { Finding } from '../../src/model/finding.js';
import { render } from '../../src/platforms/render/index.js';
import { openDirectory } from '../../src/repository/disk.js';
import { folderOf, statusOf, withServer, type Measured } from './measure.js';

/** A service that is wrong in ways that fixes mend. */
export interface Faulty {
  start: string;
  files: Readonly<Record<string, string>>;
  /** The rules that have a fix for it. */
  rules: readonly string[];
}

const PORT = 4580;

/** Makes the fixes of a service, looks at it again, and starts it as Render would. */
export async function fixedAndStarted({ start, files, rules: wanted }: Faulty): Promise<Measured> {
  const folder = folderOf({ ...files, 'render.yaml': blueprint(start) });
  try {
    const before = await findings(folder);
    const fixable = before.filter(({ rule, fixes }) => wanted.includes(rule) && fixes.length > 0);
    const found = [...new Set(fixable.map(({ rule }) => rule))].sort().join(', ');
    if (found !== [...wanted].sort().join(', '))
      return { verdict: 'differs', found: `fixes for ${found || 'nothing'}` };
    let left = fixable;
    // Two fixes of one word are made one after the other.
    for (let round = 0; left.length > 0 && round < 3; round++) {
      applied(folder, left);
      left = (await findings(folder)).filter(({ rule }) => wanted.includes(rule));
    }
    if (left.length > 0) return { verdict: 'differs', found: `still ${left.map(({ rule }) => rule).join(', ')}` };
    const refused = Object.keys(files).filter((name) => name.endsWith('.py') && !compiles(folder, name));
    if (refused.length > 0) return { verdict: 'differs', found: `${refused.join(', ')} does not compile any more` };
    return await started(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function blueprint(start: string): string {
  return (
    'services:\n  - type: web\n    name: site\n    runtime: python\n    buildCommand: pip install -r requirements.txt\n' +
    `    startCommand: ${start}\n    healthCheckPath: /\n`
  );
}

/** What all rules find in a folder. */
export async function findings(folder: string): Promise<readonly Finding[]> {
  const report = await lint({
    repository: openDirectory(folder),
    rules: rules.map(({ rule }) => rule),
    platforms: [render],
  });
  return report.findings;
}

/** Makes the safe fixes of findings. */
export function applied(folder: string, fixable: readonly Finding[]): void {
  const repository = openDirectory(folder);
  const read = (file: string) => repository.read(file);
  const plan = planFixes(fixable, 'safe', (file) => {
    const source = read(file);
    return source.is === 'text' ? source.text : undefined;
  });
  for (const [file, change] of plan.files) {
    const form = read(file);
    if (form.is === 'text') writeFixed(folder, file, change, form);
  }
}

function compiles(folder: string, name: string): boolean {
  return spawnSync('python3', ['-m', 'py_compile', name], { cwd: folder }).status === 0;
}

async function started(folder: string): Promise<Measured> {
  const source = openDirectory(folder).read('render.yaml');
  const start = /startCommand: (.*)/.exec(source.is === 'text' ? source.text : '')?.[1] ?? '';
  return withServer(['sh', '-c', `exec ${start}`], { PORT: String(PORT) }, folder, async (addresses) => {
    const open = addresses.find(({ host, port }) => host === '0.0.0.0' && port === PORT);
    const status = open && (await statusOf(PORT, 'site.onrender.com'));
    const shown = addresses.map(({ host, port }) => `${host}:${String(port)}`).join(' and ') || 'it does not start';
    return {
      verdict: status === 200 ? 'agrees' : 'differs',
      found: `${start}: ${shown}, ${String(status ?? 'no')} answer`,
    };
  });
}
