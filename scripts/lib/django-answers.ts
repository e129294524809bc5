/** What Django answers flagged fixtures of rules on its settings, as they are and once their safe fixes are made. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { openDeployment } from '../../src/deployment/open.js';
import { knownValue } from '../../src/model/value.js';
import { render } from '../../src/platforms/render/index.js';
import { openDirectory } from '../../src/repository/disk.js';
import { applied, findings } from './fixed-python.js';
import { copyFixture, fixtures, type Fixture } from './fixtures.js';
import type { Measured } from './measure.js';

/** How a rule's fault shows in a request for the service's own host. */
interface Fault {
  status: number;
  /** Arguments of `Client.generic`. */
  method: 'GET' | 'POST';
  /** The first version of Django that has it. */
  since: number;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'disallowed-host': { status: 400, method: 'GET', since: 3 },
  'ssl-redirect-loop': { status: 301, method: 'GET', since: 3 },
  'untrusted-origin': { status: 403, method: 'POST', since: 4 },
};

/**
 * Asks a project for /health/ as its server does where that trusts no proxy: by plain http, with the header of the edge
 * beside it; a form with the token of a page before, and the origin of the site.
 */
const REQUEST = `
import importlib, json, os, sys
sys.path.insert(0, os.getcwd())
sys.dont_write_bytecode = True
given = json.loads(sys.argv[1])
kind = 'wsgi' if os.path.exists('mysite/wsgi.py') else 'asgi'
importlib.import_module('mysite.' + kind)
import django
from django.test import Client
token = 'a' * 32
client = Client(enforce_csrf_checks=True, raise_request_exception=False)
client.cookies['csrftoken'] = token
answer = client.generic(given['method'], '/health/', 'csrfmiddlewaretoken=' + token,
    content_type='application/x-www-form-urlencoded', HTTP_HOST=given['host'],
    HTTP_X_FORWARDED_PROTO='https', HTTP_ORIGIN='https://' + given['host'])
print('\\n' + json.dumps({'status': answer.status_code, 'major': django.VERSION[0]}))
`;

interface Answer {
  status: number;
  major: number;
}

/** The flagged fixtures that are projects of Django. */
export function flaggedProjects(): readonly Fixture[] {
  return fixtures().filter(({ rule, kind, folder }) => {
    const isProject = openDirectory(folder).lookup('mysite').is === 'directory';
    return kind === 'flagged' && rule in FAULTS && isProject;
  });
}

/** `pythonPath`: where a newer Django is than that of the system. */
export async function answersOf(fixture: Fixture, pythonPath: string): Promise<Measured> {
  const fault = FAULTS[fixture.rule];
  if (!fault) throw new Error(`no fault is known for ${fixture.rule}`);
  const folder = copyFixture(fixture);
  try {
    const before = await answered(folder, fault, pythonPath);
    if (before && before.major < fault.since) return { verdict: 'not installed', found: '' };
    const found = (await findings(folder)).filter(({ rule }) => rule === fixture.rule);
    const fixable = found.filter(({ fixes }) => fixes.some(({ safety }) => safety === 'safe'));
    const first = before ? `answers ${String(before.status)}` : 'does not start';
    const isFault = before ? before.status === fault.status : found.some(({ statuses }) => statuses.includes(502));
    if (!isFault || found.length === 0) return { verdict: 'differs', found: first };
    if (fixable.length === 0) return { verdict: 'agrees', found: `${first}; no fix` };
    applied(folder, fixable);
    const after = await answered(folder, fault, pythonPath);
    return {
      verdict: after?.status === 200 ? 'agrees' : 'differs',
      found: `${first}, mended ${String(after?.status)}`,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first answer that is none of success, for all hosts of the service; undefined where the project does not start. */
async function answered(folder: string, { method }: Fault, pythonPath: string): Promise<Answer | undefined> {
  const { deployment } = await openDeployment(openDirectory(folder), [render]);
  const [service] = deployment.services;
  const host = service && deployment.publicHost(service);
  if (!service || !host) return undefined;
  const own = service.env.map(({ key, value }) => [key, knownValue(value) ?? ''] as const);
  const variables = { RENDER: 'true', [host.variable]: host.host, ...Object.fromEntries(own) };
  const answers = [host.host, ...host.domains].map((each) =>
    ask(folder, { method, host: each }, variables, pythonPath),
  );
  return answers.find((each) => each?.status !== 200) ?? answers[0];
}

function ask(
  folder: string,
  given: { method: string; host: string },
  variables: Readonly<Record<string, string>>,
  pythonPath: string,
): Answer | undefined {
  const { stdout } = spawnSync('python3', ['-c', REQUEST, JSON.stringify(given)], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', PYTHONPATH: pythonPath, ...variables },
  });
  const [, status, major] = /^\{"status": (\d+), "major": (\d+)\}$/m.exec(stdout) ?? [];
  return status === undefined ? undefined : { status: Number(status), major: Number(major) };
}
