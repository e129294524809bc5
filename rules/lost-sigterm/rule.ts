import type { Deployment } from '../../src/deployment/deployment.js';
import { nameOf } from '../../src/deployment/prose.js';
import { defineRule, type FindingDraft, type Verdict } from '../../src/deployment/rule.js';
import type { Service } from '../../src/model/service.js';
import { cutMessage, keptMessage, unhandledMessage } from './messages.js';

export const rule = defineRule({
  id: 'lost-sigterm',
  title: 'SIGTERM does not reach the server',
  severity: 'warning',
  statuses: [502],
  scope: 'service',
  // Natively, the platform's own processes stand above the server.
  appliesTo: ({ kind, elsewhere }) => (kind === 'web' || kind === 'private') && elsewhere === undefined,
  check,
});

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const shutdown = await deployment.shutdown(service);
  const { title, shutdown: facts } = deployment.facts(service);
  const words = { name: nameOf(service), platform: title };
  // A private service may be a worker by another name, which answers nothing.
  if (shutdown && 'process' in shutdown && service.kind === 'private') {
    const { sockets } = await deployment.sockets(shutdown.process);
    if (sockets.length === 0) {
      const why = `Whether ${words.name} answers requests, which a lost SIGTERM would cut off, is not decided: no port that it opens was found.`;
      yield { is: 'undecided', at: shutdown.process.at, why };
      return;
    }
  }
  switch (shutdown?.is) {
    case 'kept':
      yield {
        ...finding(shutdown.at),
        label: `${shutdown.keeper.name} stays above it`,
        trail: shutdown.process.steps,
        message: keptMessage(shutdown, words),
        fixes: shutdown.edits
          ? [{ title: 'Put `exec` in front of the server', safety: 'safe', edits: shutdown.edits }]
          : [],
        facts: { program: shutdown.process.program.name, keeper: shutdown.keeper.name },
      };
      return;
    case 'unhandled':
      yield {
        ...finding(shutdown.process.at),
        severity: 'note',
        label: 'the first process',
        trail: shutdown.process.steps.slice(0, -1),
        message: unhandledMessage(shutdown.process, words),
        facts: { program: shutdown.process.program.name },
      };
      return;
    case 'cut':
      yield {
        ...finding(shutdown.at),
        label: `killed after ${shutdown.delay} s`,
        trail: shutdown.process.steps,
        message: cutMessage(shutdown, facts, words),
        facts: { seconds: shutdown.seconds, delay: shutdown.delay },
      };
      return;
    case 'undecided':
      yield {
        is: 'undecided',
        at: shutdown.at,
        why: `Whether the server of ${words.name} gets SIGTERM is not decided: ${shutdown.why}.`,
      };
      return;
    default:
  }
}

function finding(at: FindingDraft['at']): Pick<FindingDraft, 'is' | 'at'> {
  return { is: 'finding', at };
}
