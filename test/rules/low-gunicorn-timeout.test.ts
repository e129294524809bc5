import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/low-gunicorn-timeout/rule.js';
import { openDeployment } from '../../src/deployment/open.js';
import type { Verdict } from '../../src/deployment/rule.js';
import type { PlatformFacts } from '../../src/platforms/platform.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

type Files = Readonly<Record<string, string>>;

async function verdicts(command: string, files: Files = {}, over: Partial<PlatformFacts> = {}): Promise<Verdict[]> {
  const service = `services:\n  - type: web\n    name: api\n    runtime: python\n    startCommand: ${command}\n`;
  const repository = memoryRepository({ 'render.yaml': service, ...files });
  const facts: PlatformFacts = { ...render.facts };
  delete facts.answerLimit;
  const { deployment } = await openDeployment(repository, [{ ...render, facts: { ...facts, ...over } }]);
  const found: Verdict[] = [];
  for (const each of deployment.services) for await (const verdict of rule.check(each, deployment)) found.push(verdict);
  return found;
}

const LIMIT = (seconds: number): Partial<PlatformFacts> => ({ answerLimit: { seconds, source: 'test' } });

describe('low-gunicorn-timeout', () => {
  it.each([
    ['warns where the platform waits longer', LIMIT(100), ['warning']],
    ['is silent where the platform gives up as early', LIMIT(30), []],
    ['is a note where the platform publishes no limit', {}, ['note']],
  ])('%s', async (_, facts, expected) => {
    const found = await verdicts('gunicorn app:app', {}, facts);
    expect(found.map((each) => each.is === 'finding' && each.severity)).toEqual(expected);
  });

  it.each([
    ['of a sync worker, which drops the request or answers it', 'gunicorn app:app', [500, 502]],
    ['of a worker that is blocked', 'gunicorn app:app -k gevent -t 5', [502]],
    ['that is none: nothing is answered', 'gunicorn app:app -t 0', []],
  ])('claims what a timeout leads to %s', async (_, command, expected) => {
    const found = await verdicts(command, {}, LIMIT(100));
    expect(found.map((each) => each.is === 'finding' && each.statuses)).toEqual([expected]);
  });

  it.each([
    ['gunicorn app:app --timeout ${LOW:-30}', { is: 'finding' }],
    ['if [ -f x ]; then gunicorn app:app; fi', { is: 'undecided' }],
    ['gunicorn app:app -t 20 $MORE', { is: 'finding' }],
    ['gunicorn app:app -k own.Worker', undefined],
    ['gunicorn app:app -k own.Worker -t 5', { is: 'finding', severity: 'note' }],
    ['gunicorn app:app --unknown', { is: 'undecided' }],
    ['gunicorn', { is: 'finding' }],
    [`gunicorn app:app ${'-w 1 '.repeat(900)}`, { is: 'finding' }],
    // More words than a command is followed with.
    [`gunicorn app:app ${'-w 1 '.repeat(20_000)}`, undefined],
    [`gunicorn ${'x'.repeat(1_000_000)}`, { is: 'finding' }],
  ])('%.60s', async (command, expected) => {
    const [found] = await verdicts(command, {}, LIMIT(100));
    if (expected) expect(found).toMatchObject(expected);
    else expect(found).toBeUndefined();
  });

  it.each([
    ["import os\ntimeout = int(os.environ['ELSEWHERE'])\n", undefined],
    ["timeout = 'soon'\n", { is: 'undecided' }],
    ['timeout = 10\nexec(open("x").read())\n', { is: 'undecided' }],
    ['import random\ntimeout = random.choice([10, 20])\n', { is: 'undecided' }],
    ['timeout = [\n', { is: 'undecided' }],
    ['timeout: int = 20\n', { is: 'finding', severity: 'warning' }],
  ])('of a file %j', async (text, expected) => {
    const [found] = await verdicts('gunicorn app:app', { 'gunicorn.conf.py': text }, LIMIT(100));
    expect(found?.is).toBe(expected?.is ?? 'undecided');
    if (expected) expect(found).toMatchObject(expected);
  });
});
