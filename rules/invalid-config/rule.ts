import type { Deployment } from '../../src/deployment/deployment.js';
import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Step } from '../../src/model/finding.js';
import type { PlatformFile, Problem } from '../../src/model/platform-file.js';
import { messageOf, severityOf } from './problems.js';

export const rule = defineRule({
  id: 'invalid-config',
  title: 'The platform file does not say what it is meant to say',
  severity: 'error',
  // Where the platform refuses the file, nothing is deployed and the old version stays.
  statuses: [],
  scope: 'platformFile',
  appliesTo: () => true,
  check,
});

async function* check(file: PlatformFile, deployment: Deployment): AsyncGenerator<Verdict> {
  const { title } = deployment.facts(file);
  for (const [problem, ...others] of folded(file.problems)) {
    const message = messageOf(problem, title);
    yield {
      is: 'finding',
      at: problem.at,
      severity: severityOf(problem),
      message: { ...message, found: `${message.found}${alsoOn(others)}` },
      trail: trailOf(problem),
      fixes: problem.fixes,
      facts: { problem: problem.problem, owner: problem.owner, ...('key' in problem && { key: problem.key }) },
    };
  }
}

/** The problems that are mended alike: a key that is unknown is often written for each variable of a file. */
function folded(problems: readonly Problem[]): [Problem, ...Problem[]][] {
  const groups = new Map<string | Problem, [Problem, ...Problem[]]>();
  for (const problem of problems) {
    // Each fix is to be made, and each has a finding to be seen under.
    const isAlone = problem.problem !== 'unknown-key' || problem.fixes.length > 0;
    const key = isAlone ? problem : JSON.stringify([problem.key, problem.meant, problem.effect, problem.remedy]);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()];
}

/** Most other lines that a message names. */
const NAMED = 3;

function alsoOn(others: readonly Problem[]): string {
  if (others.length === 0) return '';
  const lines = others.map(({ at }) => String(at.range.start.line));
  const rest = lines.length - NAMED;
  const named = [...lines.slice(0, NAMED), ...(rest > 0 ? [`${String(rest)} more`] : [])];
  const last = named.length > 1 ? ` and ${named.at(-1) ?? ''}` : '';
  return ` The same on ${lines.length > 1 ? 'lines' : 'line'} ${named.length > 1 ? named.slice(0, -1).join(', ') : named.join('')}${last}.`;
}

/** What a reference leads to. Where something stands twice, the message gives the first place. */
function trailOf(problem: Problem): Step[] {
  switch (problem.problem) {
    case 'wrong-reference':
      return [{ at: problem.actual, words: `declared as a ${problem.got}` }];
    default:
      return [];
  }
}
