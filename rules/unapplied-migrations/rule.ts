import { defineRule, type Verdict } from '../../src/deployment/rule.js';
import type { Service } from '../../src/model/service.js';
import { judge } from '../../src/model/value.js';

export const rule = defineRule({
  id: 'unapplied-migrations',
  title: 'Nothing applies the migrations',
  severity: 'warning',
  statuses: [502],
  scope: 'service',
  appliesTo: (service) => service.kind === 'web',
  check,
});

async function* check({ startCommand, at }: Service): AsyncGenerator<Verdict> {
  if (startCommand.is === 'absent') return;
  const judgement = judge(startCommand, isWrong);
  if (judgement === 'undecided') yield { is: 'undecided', why: 'The start command cannot be read.', at };
  if (judgement !== 'wrong') return;
  yield {
    is: 'finding',
    at,
    message: {
      found: 'What is there.',
      effect: 'What it leads to.',
      remedy: 'What to change.',
    },
  };
}

/** To be written. Until then the rule finds nothing, and its flagged fixture fails. */
function isWrong(command: string): boolean {
  return command === '';
}
