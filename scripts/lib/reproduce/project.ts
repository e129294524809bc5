import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../../../rules/index.js';
import { openDeployment } from '../../../src/deployment/open.js';
import { lint } from '../../../src/engine/lint.js';
import { planFixes } from '../../../src/fixes/plan.js';
import { writeFixed } from '../../../src/fixes/write.js';
import type { Finding, Fix } from '../../../src/model/finding.js';
import type { Service } from '../../../src/model/service.js';
import { knownValue } from '../../../src/model/value.js';
import { render } from '../../../src/platforms/render/index.js';
import { openDirectory } from '../../../src/repository/disk.js';
import { PROJECT } from '../project.js';
import type { Change, Reproduction } from './reproduction.js';

/** Lays a reproduction's repository out in a folder, in place of what is there. */
export function layOut(folder: string, { repository }: Reproduction): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (typeof repository === 'string') {
    cpSync(join(PROJECT, 'fixtures', repository), folder, { recursive: true });
    rmSync(join(folder, 'expected.json'));
    return;
  }
  for (const [path, text] of Object.entries(repository)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What the rule finds in a folder, of the service that is run. */
export async function findingsIn(folder: string, rule: string, { service }: Reproduction): Promise<readonly Finding[]> {
  const asked = rules.filter((each) => each.rule.id === rule).map((each) => each.rule);
  if (asked.length === 0) throw new Error(`There is no rule ${rule}.`);
  const report = await lint({ repository: openDirectory(folder), rules: asked, platforms: [render] });
  if (!report.complete) throw new Error(report.notifications.map(({ message }) => message).join(' '));
  return report.findings.filter((each) => service === undefined || each.service?.name === service);
}

/** The service to run, as the platform's own file declares it. */
export async function serviceIn(folder: string, { service: name }: Reproduction): Promise<Service> {
  const { deployment } = await openDeployment(openDirectory(folder), [render]);
  const found = deployment.services.find((each) => name === undefined || knownValue(each.name) === name);
  if (!found) throw new Error(`There is no service ${name ?? ''} in ${folder}.`);
  return found;
}

/** Repairs what the rule found: by its own fix, or as its page tells. */
export function repair(folder: string, findings: readonly Finding[], how: Reproduction['repair']): void {
  if (typeof how === 'string') fix(folder, findings, how);
  else for (const edit of how.edits) change(folder, edit);
}

function fix(folder: string, findings: readonly Finding[], wanted: Fix['safety']): void {
  const repository = openDirectory(folder);
  const plan = planFixes(findings, wanted, (file) => {
    const read = repository.read(file);
    return read.is === 'text' ? read.text : undefined;
  });
  if (plan.applied.length === 0) throw new Error(`Nothing is fixed in ${folder}.`);
  for (const [file, texts] of plan.files) {
    const form = repository.read(file);
    const written = form.is === 'text' ? writeFixed(folder, file, texts, form) : { is: form.is };
    if (written.is !== 'written') throw new Error(`${file} cannot be fixed: ${written.is}`);
  }
}

function change(folder: string, { file, from, to }: Change['edits'][number]): void {
  const path = join(folder, file);
  if (from === undefined) {
    if (existsSync(path)) throw new Error(`${file} is there already.`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, to);
    return;
  }
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold once: ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}
