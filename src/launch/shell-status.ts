import { NOTHING, part, type Flow, type FlowPart } from './flow.js';
import type { Words } from './words.js';

/** How a command ends: `likely` as it should, `open` where it is there to tell something that is not decided. */
export type Status = 'yes' | 'no' | 'likely' | 'open';

export function statusOf(flow: Flow): Status {
  switch (flow.is) {
    case 'nothing':
      return 'yes';
    case 'gap':
      return flow.fails ? 'no' : 'likely';
    case 'test':
      return flow.result === undefined ? 'open' : flow.result ? 'yes' : 'no';
    case 'sequence': {
      const last = flow.parts.at(-1);
      if (!last || last.background) return 'yes';
      return last.unsure ? 'open' : chainStatus(flow.parts);
    }
    default:
      return 'likely';
  }
}

/** The status of the last commands, of which each runs only where the one before has succeeded. */
function chainStatus(parts: readonly FlowPart[]): Status {
  let status: Status = 'yes';
  for (let index = parts.length - 1; index >= 0; index--) {
    const each = parts[index];
    if (!each) break;
    const own = statusOf(each.flow);
    if (index === parts.length - 1 && own !== 'yes') return own;
    if (status === 'yes' && own === 'likely') status = own;
    if (each.after !== '&&') break;
  }
  return status;
}

/** Whether a command certainly ends with a failure, which is not that of a test. */
export function hasFailed(flow: Flow): boolean {
  if (flow.is === 'gap') return flow.fails;
  if (flow.is !== 'sequence') return false;
  const last = flow.parts.at(-1);
  return last !== undefined && !last.background && !last.unsure && hasFailed(last.flow);
}

/** Whether nothing behind a command in the same shell is reached. */
export function hasStopped(flow: Flow): boolean {
  if (flow.is === 'exit' || flow.is === 'replaces') return true;
  if (flow.is !== 'sequence') return false;
  const last = flow.parts.at(-1);
  return last !== undefined && !last.background && !last.unsure && hasStopped(last.flow);
}

/** A command whose success counts as failure. */
export function negated(flow: Flow): Flow {
  if (flow.is === 'test') return flow.result === undefined ? flow : { is: 'test', result: !flow.result };
  return { is: 'sequence', parts: [part(flow), part({ is: 'test' })] };
}

/** What runs for a test, without its result. */
export function quietly(flow: Flow): Flow {
  return { is: 'sequence', parts: [part(flow), part(NOTHING)] };
}

/** The result of `[ … ]`, where its words decide it. What is not there may be made by the build. */
export function testResult(words: Words, exists: (path: string) => boolean): boolean | undefined {
  const [first, second, third] = words;
  if (first === '!') {
    const inner = testResult(words.slice(1), exists);
    return inner === undefined ? undefined : !inner;
  }
  if (words.length === 3) return compared(first, second, third);
  if (words.length !== 2 || second === undefined) return undefined;
  if (first === '-n') return second !== '';
  if (first === '-z') return second === '';
  return /^-[defrsx]$/.test(first ?? '') && exists(second) ? true : undefined;
}

function compared(
  one: string | undefined,
  operator: string | undefined,
  other: string | undefined,
): boolean | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (operator === '=' || operator === '==') return one === other;
  return operator === '!=' ? one !== other : undefined;
}
