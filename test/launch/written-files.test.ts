import { describe, expect, it } from 'vitest';
import { rule } from '../../rules/ignored-port/rule.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const PROGRAMS = {
  json: "require('express')().listen(require('./config.json').port);",
  read: "const config = JSON.parse(require('fs').readFileSync('config.json'));\nrequire('express')().listen(config.port);",
  module: "require('express')().listen(require('./config').port);",
  dotenv: "require('dotenv').config();\nrequire('express')().listen(process.env.APP_PORT || 8080);",
  config: "require('express')().listen(require('config').get('port'));",
  nconf: "const nconf = require('nconf');\nnconf.file('config.json');\nrequire('express')().listen(nconf.get('port'));",
};

/** What is said of the port of a program whose files commands write: findings, else what is undecided. */
async function said(program: keyof typeof PROGRAMS, build: string, start = 'node server.js'): Promise<string> {
  const files = {
    'render.yaml': `services:\n  - type: web\n    name: shop\n    runtime: node\n    buildCommand: ${build}\n    startCommand: ${start}\n`,
    'server.js': PROGRAMS[program],
    'config.json': '{"port":8080}',
    ...(program === 'module' && { 'config.js': 'module.exports = { port: 8080 };' }),
    'config/default.json': '{"port":8080}',
    'config/render.json': '{"port":10000}',
    'other.json': '{"port":10000}',
    '.env.production': 'APP_PORT=10000\n',
  };
  const { findings, undecided } = await lint({
    repository: memoryRepository(files),
    rules: [rule],
    platforms: [render],
  });
  return findings.length > 0 ? 'wrong' : undecided.length > 0 ? 'undecided' : 'fine';
}

describe('a file that a command writes is not read as the repository has it', () => {
  it.each<[keyof typeof PROGRAMS, string, string?]>([
    ['json', 'cp other.json config.json'],
    ['read', 'cp other.json config.json'],
    ['read', 'mv other.json config.json'],
    ['read', 'echo \'{"port":10000}\' > config.json'],
    ['read', 'node -e 0 || cp other.json config.json'],
    ['read', 'echo', 'sed -i s/8080/10000/ config.json && node server.js'],
    ['read', 'echo', 'sed -Ei s/8080/10000/ ./config.json && node server.js'],
    ['module', 'node -p 1 > config.js'],
    ['nconf', 'cp other.json config.json'],
    ['dotenv', 'cp .env.production .env'],
    ['dotenv', 'echo APP_PORT=10000 > .env'],
    ['config', 'cp config/render.json config/default.json'],
    ['config', 'cp config/render.json config/production.json'],
  ])('%s: %s', async (program, build, start) => {
    expect(await said(program, build, start)).toBe('undecided');
  });

  it.each<[keyof typeof PROGRAMS, string, string?]>([
    ['read', 'touch config.json'],
    ['read', 'cp config.json other.json'],
    ['read', 'echo', 'sed s/8080/10000/ config.json && node server.js'],
    ['read', 'cat config.json > /dev/null'],
    ['dotenv', 'cp .env.production .env.local'],
    ['config', 'cp other.json config/development.json'],
  ])('%s: another file, or none: %s', async (program, build, start) => {
    expect(await said(program, build, start)).toBe('wrong');
  });
});
