import type { Deployment } from '../../src/deployment/deployment.js';
import { capital, nameOf } from '../../src/deployment/prose.js';
import { defineRule, type FindingDraft, type Verdict } from '../../src/deployment/rule.js';
import type { Fix, Message, Severity } from '../../src/model/finding.js';
import type { GunicornSettings } from '../../src/model/gunicorn.js';
import type { Service } from '../../src/model/service.js';
import type { Known } from '../../src/model/value.js';
import type { PlatformFacts } from '../../src/platforms/platform.js';

export const rule = defineRule({
  id: 'low-gunicorn-timeout',
  title: 'A gunicorn worker is killed after 30 seconds or less',
  severity: 'warning',
  statuses: [500, 502],
  scope: 'service',
  appliesTo: (service) => service.kind === 'web' && service.elsewhere === undefined,
  check,
});

/** What the finding proposes, in seconds: the value that Render's and many other guides give. */
const PROPOSED = 120;

async function* check(service: Service, deployment: Deployment): AsyncGenerator<Verdict> {
  const facts = deployment.facts(service);
  const { processes } = await deployment.launch(service);
  for (const process of processes) {
    const settings = await deployment.gunicorn(process);
    const verdict = settings && verdictOn(service, settings, facts);
    if (verdict) yield verdict;
  }
}

/** The worker as far as this rule tells them apart, and what is wrong with it; undefined where nothing is. */
interface Fault {
  severity: Severity;
  timeout: Known<number>;
  worker: string;
}

function verdictOn(service: Service, settings: GunicornSettings, facts: PlatformFacts): Verdict | undefined {
  const { timeout, workerClass, gaps, conditional } = settings;
  const [gap] = gaps;
  if (gap) return undecided(service, gap.why, gap.at);
  if (timeout.is === 'absent' || workerClass.is === 'absent') return undefined;
  if (timeout.is === 'unknown') return undecided(service, timeout.why, timeout.at);
  // A plain timeout is right for every worker.
  if (workerClass.is === 'unknown') {
    const isFine = knownOf(timeout).every((each) => faultOf(each, 'sync', settings, facts) === undefined);
    return isFine ? undefined : undecided(service, workerClass.why, workerClass.at);
  }
  const faults = knownOf(workerClass).flatMap((worker) =>
    knownOf(timeout).map((each) => faultOf(each, worker.value, settings, facts)),
  );
  const [first] = faults;
  if (faults.every((fault) => fault === undefined)) return undefined;
  if (first === undefined || faults.some((fault) => fault?.severity !== first.severity)) {
    return undecided(service, 'its timeout depends on a condition', settings.at);
  }
  if (conditional) return undecided(service, 'gunicorn runs only under a condition', settings.at);
  return findingOf(service, settings, first, facts);
}

function knownOf<T>(value: Known<T> | { is: 'oneOf'; values: readonly Known<T>[] }): readonly Known<T>[] {
  return value.is === 'known' ? [value] : value.values;
}

function undecided(service: Service, why: string, at: Service['at']): Verdict {
  return { is: 'undecided', at, why: `The worker timeout of ${nameOf(service)} is not decided: ${why}.` };
}

function faultOf(
  timeout: Known<number>,
  worker: string,
  { defaultTimeout }: GunicornSettings,
  { answerLimit }: PlatformFacts,
): Fault | undefined {
  const note = { severity: 'note', timeout, worker } as const;
  // No timeout at all: a worker that hangs stays.
  if (timeout.value === Infinity) return note;
  if (worker === 'sync') {
    if (timeout.value > defaultTimeout) return undefined;
    if (answerLimit === undefined) return note;
    // The platform gives up as early: a longer timeout would change nothing.
    return answerLimit.seconds * 1_000 > timeout.value ? { ...note, severity: 'warning' } : undefined;
  }
  // The others answer while a request takes long; the default is right for them.
  return timeout.from.by !== 'default' && timeout.value < defaultTimeout ? note : undefined;
}

function findingOf(
  service: Service,
  settings: GunicornSettings,
  { severity, timeout, worker }: Fault,
  facts: PlatformFacts,
): FindingDraft {
  const isDefault = timeout.from.by === 'default';
  const edits = settings.setTimeout(PROPOSED);
  const fix: Fix | undefined = edits && {
    title: `Set the worker timeout to ${PROPOSED} seconds`,
    safety: 'safe',
    edits,
  };
  const isAtCommand = isDefault || timeout.from.by === 'platform';
  return {
    is: 'finding',
    severity,
    at: isAtCommand ? settings.at : timeout.at,
    label: isDefault ? `gunicorn's default, ${duration(timeout.value)}` : 'set here',
    statuses: statusesOf(timeout, worker),
    message: messageOf(service, timeout, worker, facts),
    trail: isAtCommand ? settings.steps.slice(0, -1) : settings.steps,
    fixes: fix ? [fix] : [],
    facts: {
      timeout: timeout.value === Infinity ? 0 : timeout.value / 1_000,
      workerClass: worker,
      isDefault,
    },
  };
}

/** gunicorn 20.1 drops the request of a sync worker that it kills, 26.2 has the worker answer it (docs/proof.md). */
function statusesOf(timeout: Known<number>, worker: string): readonly number[] {
  if (timeout.value === Infinity) return [];
  return worker === 'sync' ? [500, 502] : [502];
}

function messageOf(service: Service, timeout: Known<number>, worker: string, facts: PlatformFacts): Message {
  const name = capital(nameOf(service));
  const isDefault = timeout.from.by === 'default';
  const remedy = `Set \`--timeout ${PROPOSED}\`.`;
  if (timeout.value === Infinity) {
    return {
      found: `${name} runs gunicorn with a worker timeout of 0, which is none.`,
      effect: `A worker that hangs (worker class \`${worker}\`) is never replaced: its requests get no answer until the service is restarted.`,
      remedy,
    };
  }
  const found = isDefault
    ? `${name} runs gunicorn without \`--timeout\`, so its workers have the default of ${duration(timeout.value)}.`
    : `${name} runs gunicorn with a worker timeout of ${duration(timeout.value)}.`;
  if (worker !== 'sync') {
    return {
      found,
      effect: `With the worker class \`${worker}\` it bounds no single request, but a worker that is blocked for so long is killed with all its requests, which get 502.`,
      remedy: `${remedy.slice(0, -1)}, or leave it out.`,
    };
  }
  return {
    found,
    effect: `A \`sync\` worker that takes longer over one request is killed, and the request gets 500 or 502${limitOf(facts)}.`,
    remedy,
  };
}

function limitOf({ answerLimit, title }: PlatformFacts): string {
  return answerLimit ? `, although ${title} itself waits up to ${duration(answerLimit.seconds * 1_000)}` : '';
}

function duration(milliseconds: number): string {
  const seconds = milliseconds / 1_000;
  if (seconds % 60 === 0 && seconds >= 120) return `${seconds / 60} minutes`;
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
