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
  for (const problem of file.problems) {
    yield {
      is: 'finding',
      at: problem.at,
      severity: severityOf(problem),
      message: messageOf(problem, title),
      trail: trailOf(problem),
      fixes: problem.fixes,
      facts: { problem: problem.problem, owner: problem.owner, ...('key' in problem && { key: problem.key }) },
    };
  }
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
