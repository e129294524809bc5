import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lint, openDirectory, type Report, type ServiceSummary, type Settings } from '../../index.js';
import { cleanLine } from '../../report/clean-text.js';
import { redactSecrets } from '../../report/secrets.js';
import { EXIT } from '../exit.js';
import { folderAt, nothingIn } from '../folder.js';
import { UsageError, type InitCommand } from '../options.js';
import { settingsFor } from '../settings.js';
import { speaker, type Invocation } from '../streams.js';
import { defaultBranch } from './branch.js';
import { CONFIGURATION_FILE, offeredFiles, type OfferedFile } from './files.js';
import { isThere, writeNew } from './write.js';

/**
 * Shows what is understood of the repository, then offers each file that it lacks and writes those that are agreed to.
 * What is there already is never changed.
 */
export async function runInit({ path, yes }: InitCommand, invocation: Invocation): Promise<number> {
  const { cwd, stdout, ask } = invocation;
  const root = folderAt(resolve(cwd, path), path);
  refuseBelowTop(root, path);
  if (!yes && !ask) {
    throw new UsageError('init asks before it writes, and there is no terminal to ask on. --yes agrees to all of it.');
  }
  const repository = openDirectory(root, { notice: speaker(invocation) });
  const settings = await settingsFor(repository, { root, cwd });
  const { report } = await lint(repository, { settings });
  stdout.write(understood(report, path));
  const missing = offeredFiles(defaultBranch(root)).filter((offered) => {
    const why = whyLeft(offered, root, settings);
    if (why !== undefined) stdout.write(why);
    return why === undefined;
  });
  const agreed: OfferedFile[] = [];
  for (const offered of missing) if (yes || (await agrees(offered, ask))) agreed.push(offered);
  const refusals = agreed.flatMap((offered) => {
    const why = writeNew(root, offered.path, offered.text);
    stdout.write(why === undefined ? `Wrote ${offered.path}.\n` : `${offered.path} is not written: ${why}.\n`);
    return why ?? [];
  });
  if (agreed.length === 0) stdout.write('Nothing was written.\n');
  return refusals.length > 0 ? EXIT.failed : EXIT.clean;
}

/** Workflows and hooks count at the top of a repository only. */
function refuseBelowTop(root: string, path: string): void {
  if (existsSync(join(root, '.git'))) return;
  for (let folder = dirname(root); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(join(folder, '.git'))) continue;
    throw new UsageError(`${path} is a folder of a repository: name its top, where workflows and hooks count.`);
  }
}

function understood({ services, findings }: Report, path: string): string {
  if (services.length === 0) return `${nothingIn(path)}\n\n`;
  const found = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  return [
    'What it understood:',
    ...services.map(serviceLine),
    '',
    `${found} now. lint-deploy shows them.`,
    '',
    '',
  ].join('\n');
}

function serviceLine({ name, kind, at, chain }: ServiceSummary): string {
  const words = chain.map((step) => step.words).join(' → ') || 'what it runs is not known';
  return cleanLine(redactSecrets(`  ${name}, ${kind}, ${at.file}:${at.range.start.line}: ${words}`));
}

/** Why a file is not offered; undefined where it is. */
function whyLeft(offered: OfferedFile, root: string, { files }: Settings): string | undefined {
  if (isThere(root, offered.path)) return left(offered);
  // A second one beside that of package.json could not be used.
  if (offered.path !== CONFIGURATION_FILE || files.length === 0) return undefined;
  return `The configuration in ${files.join(', ')} stays as it is.\n`;
}

function left({ path, text }: OfferedFile): string {
  if (path !== '.pre-commit-config.yaml') return `${path} is there already and stays as it is.\n`;
  // Others' hooks stand in it, so that the entry can only be shown.
  const entry = text.split('\n').slice(1).join('\n');
  return `${path} is there already and stays as it is. The entry for it:\n\n${entry}\n`;
}

async function agrees({ path, what, text }: OfferedFile, ask: Invocation['ask']): Promise<boolean> {
  const shown = text.trimEnd().replace(/^/gm, '  ');
  const answer = await ask?.(`\n${shown}\n\nWrite ${path}, ${what}? [y/N] `);
  return /^y(?:es)?$/i.test(answer?.trim() ?? '');
}
