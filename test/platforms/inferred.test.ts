import { describe, expect, it } from 'vitest';
import { knownValue } from '../../src/model/value.js';
import { inferServices } from '../../src/platforms/inferred.js';
import { memoryRepository } from '../../src/repository/memory.js';

const PACKAGE = '{ "name": "shop", "scripts": { "start": "node server.js" } }';

function inferred(files: Record<string, string>): string[] {
  return inferServices(memoryRepository(files), 'render').map(
    ({ kind, name, startCommand, at }) =>
      `${kind} ${knownValue(name) ?? '?'}: ${knownValue(startCommand) ?? '?'} (${at.file}:${at.range.start.line})`,
  );
}

describe('inferServices', () => {
  it('takes the start script of package.json, at its line', () => {
    expect(
      inferred({ 'package.json': '{\n  "name": "shop",\n  "scripts": {\n    "start": "node x.js"\n  }\n}\n' }),
    ).toEqual(['web shop: npm start (package.json:4)']);
  });

  it('takes each process of a Procfile but release', () => {
    expect(
      inferred({ Procfile: 'release: ./migrate\nweb: gunicorn app:app\nworker: rq worker\n', 'package.json': PACKAGE }),
    ).toEqual(['web web: gunicorn app:app (Procfile:2)', 'worker worker: rq worker (Procfile:3)']);
  });

  it('takes a server.js for what npm starts without a script', () => {
    const named = '{\n  "name": "shop",\n  "scripts": { "test": "jest" }\n}\n';
    expect(inferred({ 'package.json': named, 'server.js': '' })).toEqual(['web shop: npm start (package.json:1)']);
    expect(inferred({ 'package.json': named, 'index.js': '' })).toEqual([]);
    expect(inferred({ 'package.json': '{ "scripts": {} ', 'app/server.js': '' })).toEqual([]);
    expect(inferred({ 'package.json': '{ "scripts": { "start": 1 } }', 'server.js': '' })).toEqual([]);
  });

  it('takes a Dockerfile before package.json, and manage.py last', () => {
    expect(inferred({ Dockerfile: 'FROM node:22\n', 'package.json': PACKAGE })).toEqual([
      'web the repository: ? (Dockerfile:1)',
    ]);
    expect(inferred({ 'package.json': '{ "devDependencies": {} }', 'manage.py': '#!/usr/bin/env python\n' })).toEqual([
      'web the repository: ? (manage.py:1)',
    ]);
  });

  it('looks below only where the top shows nothing, nearest folders first', () => {
    const files = {
      'api/package.json': PACKAGE,
      'apps/web/Dockerfile': 'FROM node:22\n',
      'bot/Procfile': 'worker: node bot.js\n',
    };
    expect(inferred(files)).toEqual([
      'web shop: npm start (api/package.json:1)',
      'worker worker: node bot.js (bot/Procfile:1)',
    ]);
    expect(inferred({ ...files, Procfile: 'web: node index.js\n' })).toEqual(['web web: node index.js (Procfile:1)']);
  });

  it('stays out of examples, tests, dependencies and hidden folders', () => {
    for (const folder of ['examples', 'test-app', 'node_modules/x', '.devcontainer', 'e2e/fixtures/app', 'a/b/c/d']) {
      expect(inferred({ [`${folder}/Dockerfile`]: 'FROM node:22\n' }), folder).toEqual([]);
    }
  });

  it('gives nothing for a broken package.json without a readable start script', () => {
    expect(inferred({ 'package.json': '{ "scripts": { "start": ' })).toEqual([]);
    expect(inferred({ 'package.json': '[]' })).toEqual([]);
  });
});
