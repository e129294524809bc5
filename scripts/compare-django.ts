/**
 * Asks the Django of this machine (Debian: python3-django) about each spelling of ALLOWED_HOSTS in the tests: whether it
 * lets a request for the service's host in. Prints where the tests expect otherwise. PYTHON names the interpreter.
 */
import { spawnSync } from 'node:child_process';
import { LISTS, STATEMENTS, VARIABLES } from '../test/rules/allowed-hosts.js';

const HOST = 'shop.onrender.com';

/** Reads `[text, …]` and answers, for each, `allowed`, `refused` or the error that running it raises. */
const ASK = `
import json, os, sys
import django
from django.conf import settings
settings.configure(DEBUG=False, SECRET_KEY='x')
from django.core.exceptions import DisallowedHost
from django.core.handlers.wsgi import WSGIRequest
from django.test.utils import override_settings
from io import BytesIO

def ask(text):
    names = {'__name__': 'mysite.settings'}
    try:
        exec(text, names)
    except Exception as error:
        return type(error).__name__
    hosts = names.get('ALLOWED_HOSTS', [])
    if not isinstance(hosts, (list, tuple)):
        return 'refused'
    environ = {'REQUEST_METHOD': 'GET', 'PATH_INFO': '/', 'wsgi.input': BytesIO(), 'SERVER_NAME': 'x', 'SERVER_PORT': '80', 'HTTP_HOST': '${HOST}'}
    with override_settings(ALLOWED_HOSTS=hosts):
        try:
            WSGIRequest(environ).get_host()
            return 'allowed'
        except DisallowedHost:
            return 'refused'

print(json.dumps({'version': django.get_version(), 'answers': [ask(text) for text in json.load(sys.stdin)]}))
`;

const cases = [
  ...LISTS.map(([written, verdict]) => ({ text: `import os, json\nALLOWED_HOSTS = ${written}\n`, verdict })),
  ...STATEMENTS.map(([text, verdict]) => ({ text: `import os\n${text}\n`, verdict })),
].filter(({ verdict }) => verdict !== '?');

const set = Object.entries(VARIABLES).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
const { stdout, stderr, status } = spawnSync(process.env.PYTHON ?? 'python3', ['-c', ASK], {
  input: JSON.stringify(cases.map(({ text }) => text)),
  encoding: 'utf8',
  env: {
    ...Object.fromEntries(set),
    PATH: process.env.PATH,
    RENDER: 'true',
    RENDER_EXTERNAL_HOSTNAME: HOST,
    RENDER_EXTERNAL_URL: `https://${HOST}`,
    RENDER_SERVICE_NAME: 'shop',
  },
});
if (status !== 0) {
  console.error(`No answer: install python3-django, or name a Python that has Django in PYTHON.\n${stderr}`);
  process.exitCode = 1;
} else report(stdout);

function report(output: string): void {
  const parsed: unknown = JSON.parse(output);
  if (typeof parsed !== 'object' || parsed === null || !('answers' in parsed) || !Array.isArray(parsed.answers)) {
    throw new Error('Django answered with something else than expected.');
  }
  const answers: readonly unknown[] = parsed.answers;
  const compared = cases.map(({ text, verdict }, index) => ({ text, verdict, answer: String(answers[index]) }));
  // Libraries that are not installed raise an error here.
  const answered = compared.filter(({ answer }) => answer === 'allowed' || answer === 'refused');
  const wrong = answered.filter(({ answer, verdict }) => (answer === 'allowed') !== (verdict === 'fine'));
  const version = 'version' in parsed ? String(parsed.version) : '';
  console.log(
    `Django ${version}: ${String(answered.length)} of ${String(cases.length)} compared, ${String(wrong.length)} differ.`,
  );
  for (const { text, verdict, answer } of wrong) console.log(`${verdict} expected, ${answer}:\n${text}`);
  if (wrong.length > 0) process.exitCode = 1;
}
