import { describe, expect, it } from 'vitest';
import { rule as ignoredPort } from '../../rules/ignored-port/rule.js';
import { rule as loopbackBind } from '../../rules/loopback-bind/rule.js';
import { rule as shortKeepAlive } from '../../rules/short-keep-alive/rule.js';
import type { Rule } from '../../src/deployment/rule.js';
import { lint } from '../../src/engine/lint.js';
import { render } from '../../src/platforms/render/index.js';
import { memoryRepository } from '../../src/repository/memory.js';

const BLUEPRINT =
  'services:\n  - type: web\n    name: shop\n    runtime: node\n    buildCommand: npm ci\n    startCommand: node server.ts\n';

/** The program after the fix of the one finding in it; undefined where the finding has none. */
async function fixed(rule: Rule, before: string): Promise<string | undefined> {
  const files = { 'render.yaml': BLUEPRINT, 'server.ts': before };
  const { findings } = await lint({ repository: memoryRepository(files), rules: [rule], platforms: [render] });
  expect(findings).toHaveLength(1);
  const edits = findings[0]?.fixes[0]?.edits;
  const ordered = edits && [...edits].sort((one, other) => other.at.range.start.offset - one.at.range.start.offset);
  return ordered?.reduce(
    (text, { at: { range }, text: inserted }) =>
      text.slice(0, range.start.offset) + inserted + text.slice(range.end.offset),
    before,
  );
}

const express = (rest: string): string =>
  `const fs = require('fs');\nconst https = require('https');\nconst http = require('http');\nconst app = require('express')();\n${rest}\n`;
const sides = (one: string, other: string): string =>
  `if (fs.existsSync('key.pem')) {\n  ${one}\n} else {\n  ${other}\n}`;

describe('the fix of a port', () => {
  it.each([
    [
      'each side of a condition: which one runs is not known',
      sides('https.createServer({}, app).listen(8443);', 'app.listen(8080);'),
      sides(
        'https.createServer({}, app).listen(Number(process.env.PORT) || 8443);',
        'app.listen(Number(process.env.PORT) || 8080);',
      ),
    ],
    [
      'both sides listen on one constant',
      `const PORT = 8080;\n${sides('https.createServer({}, app).listen(PORT);', 'app.listen(PORT);')}`,
      `const PORT = Number(process.env.PORT) || 8080;\n${sides('https.createServer({}, app).listen(PORT);', 'app.listen(PORT);')}`,
    ],
    ['two at once: which of them is for requests is not known', 'app.listen(9100);\napp.listen(8080);', undefined],
    [
      'two at once on one side',
      sides('https.createServer({}, app).listen(443); http.createServer(app).listen(80);', 'app.listen(8080);'),
      undefined,
    ],
    [
      'each process of a cluster has its own',
      "const cluster = require('cluster');\nif (cluster.isPrimary) { cluster.fork(); http.createServer().listen(9100); } else app.listen(8080);",
      undefined,
    ],
    [
      'another one that opens on a condition only',
      "if (fs.existsSync('metrics')) http.createServer().listen(9100);\napp.listen(8080);",
      "if (fs.existsSync('metrics')) http.createServer().listen(9100);\napp.listen(Number(process.env.PORT) || 8080);",
    ],
    // A constant of TypeScript holds a literal alone.
    ['as const', 'const PORT = 8080 as const;\napp.listen(PORT);', undefined],
    ['as const behind a comment', 'const PORT = 8080 /* HTTP */ as const;\napp.listen(PORT);', undefined],
    ['as const behind brackets', 'const PORT = (8080) as const;\napp.listen(PORT);', undefined],
    ['a const in angle brackets', 'const settings = { port: <const>8080 };\napp.listen(settings.port);', undefined],
    [
      'an object as const',
      'app.listen(({ port: 8080 } as const).port);',
      'app.listen(({ port: Number(process.env.PORT) || 8080 } as const).port);',
    ],
    ['an enum', 'const enum Ports { Http = 8080, Metrics }\napp.listen(Ports.Http);', undefined],
    ['an enum whose second value it is', 'enum Ports { None = 1, Http = 8080 }\napp.listen(Ports.Http);', undefined],
    [
      'an object that only stands behind the word enum',
      'const own = { enum: [{ port: 8080 }] };\napp.listen(own.enum[0].port);',
      'const own = { enum: [{ port: Number(process.env.PORT) || 8080 }] };\napp.listen(own.enum[0].port);',
    ],
    [
      'another type',
      'const PORT = 8080 satisfies number;\napp.listen(PORT);',
      'const PORT = (Number(process.env.PORT) || 8080) satisfies number;\napp.listen(PORT);',
    ],
    [
      'a default of another variable',
      'app.listen(process.env.OWN_PORT ?? 8080);',
      'app.listen(process.env.OWN_PORT ?? (Number(process.env.PORT) || 8080));',
    ],
    [
      'one of several defaults',
      'app.listen(process.env.OWN_PORT || 8_080);',
      'app.listen(process.env.OWN_PORT || Number(process.env.PORT) || 8_080);',
    ],
  ])('%s', async (_, before, after) => {
    expect(await fixed(ignoredPort, express(before))).toBe(after && express(after));
  });
});

describe('the fix of an address', () => {
  it('mends each side of a condition', async () => {
    const before = express(sides("app.listen(process.env.PORT, 'localhost');", "app.listen(process.env.PORT, '::1');"));
    const after = express(
      sides("app.listen(process.env.PORT, '0.0.0.0');", "app.listen(process.env.PORT, '0.0.0.0');"),
    );
    expect(await fixed(loopbackBind, before)).toBe(after);
  });

  it('keeps the quotes, and needs no brackets', async () => {
    const before = express('app.listen(process.env.PORT, process.env.OWN_HOST ?? "localhost");');
    const after = express('app.listen(process.env.PORT, process.env.OWN_HOST ?? "0.0.0.0");');
    expect(await fixed(loopbackBind, before)).toBe(after);
  });
});

describe('the fix of a keep-alive time', () => {
  it('mends each side of a condition', async () => {
    const set = (server: string): string =>
      `const server = ${server};\n  server.keepAliveTimeout = 120000;\n  server.headersTimeout = 125000;`;
    const [one, other] = ['https.createServer({}, app).listen(process.env.PORT)', 'app.listen(process.env.PORT)'];
    const after = await fixed(shortKeepAlive, express(sides(`${one};`, `${other};`)));
    expect(after).toBe(express(sides(set(one), set(other))));
  });
});
