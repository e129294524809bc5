import { readFileSync } from 'node:fs';
import type { Invocation } from '../streams.js';

/** What a run of a workflow is about. */
export interface WorkflowEvent {
  /** The commits that the change may be compared with, the best first. */
  bases: readonly string[];
  /** A pull request from another repository, whose token may not write. */
  fromFork: boolean;
  /** Undefined where the event does not say. */
  isPrivate: boolean | undefined;
}

/**
 * Reads the event from the file that the runner names
 * (https://docs.github.com/en/webhooks/webhook-events-and-payloads). A file that is missing or broken says nothing.
 */
export function eventOf(env: Invocation['env']): WorkflowEvent {
  const payload = payloadAt(env.GITHUB_EVENT_PATH);
  const isPrivate = field(field(payload, 'repository'), 'private');
  return {
    bases: basesOf(payload, env),
    fromFork: isFromFork(field(payload, 'pull_request')),
    isPrivate: typeof isPrivate === 'boolean' ? isPrivate : undefined,
  };
}

function payloadAt(path: string | undefined): unknown {
  try {
    return path ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function basesOf(payload: unknown, env: Invocation['env']): string[] {
  const pull = field(field(field(payload, 'pull_request'), 'base'), 'sha');
  const queued = field(field(payload, 'merge_group'), 'base_sha');
  const bases = [mergedInto(env), pull, queued, field(payload, 'before')];
  return bases.filter((base): base is string => typeof base === 'string' && isCommit(base));
}

/**
 * For a pull request GitHub checks out its merge into the base, whose first parent is the base as it was then: a clone with
 * `fetch-depth: 2` has it, and it may be newer than the one that the event names.
 */
function mergedInto({ GITHUB_REF: ref = '', GITHUB_SHA: sha = '' }: Invocation['env']): string | undefined {
  return /^refs\/pull\/\d+\/merge$/.test(ref) && isCommit(sha) ? `${sha}^1` : undefined;
}

/** Zeros stand for the commit before the first one of a branch. */
function isCommit(text: string): boolean {
  return /^[0-9a-f]{40,64}(?:\^1)?$/.test(text) && !/^0+$/.test(text);
}

/** A repository that was deleted since is not known either, and then it was another one. */
function isFromFork(pull: unknown): boolean {
  if (pull === undefined) return false;
  const [head, base] = ['head', 'base'].map((side) => field(field(field(pull, side), 'repo'), 'full_name'));
  return head === undefined || head !== base;
}
