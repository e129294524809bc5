import { appendFileSync, mkdtempSync, realpathSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { workTreeOf } from '../../repository/git.js';
import { reasonOf } from '../../repository/reason.js';
import { writeReport } from '../write-report.js';

/**
 * Appends to a file of the runner, such as that of GITHUB_OUTPUT. Returns why it could not, as a clause; a runner that names
 * no file does not want it.
 */
export function append(path: string | undefined, text: string): string | undefined {
  if (path === undefined || path === '') return undefined;
  try {
    appendFileSync(path, text);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Outputs of a step as the runner reads them. No value can contain the mark that ends it. */
export function outputLines(outputs: Readonly<Record<string, string | number>>): string {
  const entries = Object.entries(outputs).map(([name, value]) => {
    const mark = `end-${randomUUID()}`;
    return `${name}<<${mark}\n${value}\n${mark}\n`;
  });
  return entries.join('');
}

/**
 * Writes the SARIF report to a new folder outside of the checkout, where nothing of a pull request can lie in its way.
 * Returns its absolute path, or why there is none, as a clause.
 */
export function writeSarif(text: string, temporary: string | undefined): { path: string } | { why: string } {
  try {
    const path = join(mkdtempSync(join(temporary ?? tmpdir(), 'lint-deploy-')), 'lint-deploy.sarif');
    const why = writeReport(path, text);
    return why === undefined ? { path } : { why };
  } catch (error) {
    return { why: reasonOf(error) };
  }
}

/**
 * Where a folder lies in the repository that the runner reports for: below the nearest folder with a .git, as the workflow
 * may have checked it out anywhere; else below the workspace. `root` is a real path.
 */
export function prefixIn(root: string, workspace: string): string {
  const top = workTreeOf(root) ?? realpathSync(workspace);
  const steps = relative(top, root).split(sep);
  return steps[0] === '..' ? '' : steps.join('/');
}
