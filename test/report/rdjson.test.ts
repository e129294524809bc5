import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { rdjsonReport } from '../../src/report/rdjson.js';
import { contextOf, FILES, findingOf, HEALTH_CHECK, LOOPBACK, place, reportOf, type Files } from './sample.js';

const POSITION = {
  type: 'object',
  additionalProperties: false,
  required: ['line', 'column'],
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
};
const RANGE = {
  type: 'object',
  additionalProperties: false,
  required: ['start', 'end'],
  properties: { start: POSITION, end: POSITION },
};
const LINK = (name: string): object => ({
  type: 'object',
  additionalProperties: false,
  required: [name],
  properties: { [name]: { type: 'string', minLength: 1 }, url: { type: 'string', pattern: '^https://' } },
});

/** What reviewdog reads (proto/rdf/reviewdog.proto): unknown fields are errors of its JSON decoder. */
const validate = new Ajv({ allErrors: true }).compile({
  type: 'object',
  additionalProperties: false,
  required: ['diagnostics'],
  properties: {
    source: LINK('name'),
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['message', 'location', 'severity', 'code'],
        properties: {
          message: { type: 'string', minLength: 1 },
          location: {
            type: 'object',
            additionalProperties: false,
            required: ['path', 'range'],
            properties: { path: { type: 'string', minLength: 1 }, range: RANGE },
          },
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: LINK('value'),
          suggestions: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['range', 'text'],
              properties: { range: RANGE, text: { type: 'string' } },
            },
          },
        },
      },
    },
  },
});

function read(findings: readonly Finding[], files: Files = FILES, uriPrefix = ''): unknown {
  const value: unknown = JSON.parse(rdjsonReport(reportOf({ findings }), contextOf({ uriPrefix }, files)));
  validate(value);
  expect(validate.errors).toBeNull();
  return value;
}

describe('the report for reviewdog', () => {
  it('lists the findings, the worst first', () => {
    const note = findingOf({ severity: 'note', fixes: [] });
    expect(read([note, HEALTH_CHECK, LOOPBACK], FILES, 'api')).toMatchObject({
      source: { name: 'lint-deploy' },
      diagnostics: [
        {
          message:
            "The server listens on 127.0.0.1 only. Render's edge cannot reach it and answers 502. Listen on 0.0.0.0.",
          location: {
            path: 'api/src/server.ts',
            range: { start: { line: 6, column: 18 }, end: { line: 6, column: 29 } },
          },
          severity: 'ERROR',
          code: {
            value: 'loopback-bind',
            url: 'https://github.com/lint-deploy/lint-deploy/blob/main/rules/loopback-bind/README.md',
          },
        },
        { severity: 'WARNING', code: { value: 'missing-health-check' } },
        { severity: 'INFO' },
      ],
    });
  });

  it('has nothing to say without findings', () => {
    expect(read([])).toMatchObject({ diagnostics: [] });
  });

  it('counts columns in bytes of UTF-8', () => {
    const files = { 'a.js': "// x\r\nconst ä𐐀 = '127.0.0.1';" };
    const at = place(files, 'a.js', "'127.0.0.1'");
    expect(read([findingOf({ at, trail: [], fixes: [] })], files)).toMatchObject({
      diagnostics: [{ location: { range: { start: { line: 2, column: 16 }, end: { line: 2, column: 27 } } } }],
    });
  });

  it('suggests a safe fix of one edit in the same file, and no other', () => {
    const [fix] = LOOPBACK.fixes;
    const edit = fix?.edits[0];
    if (!edit) throw new Error('no edit');
    const elsewhere = { ...edit, at: HEALTH_CHECK.at };
    const fixes = [[edit], [edit, edit], [elsewhere]].map((edits) => ({ title: 'x', safety: 'safe' as const, edits }));
    expect(read([findingOf({ fixes }), HEALTH_CHECK])).toMatchObject({
      diagnostics: [
        {
          suggestions: [{ range: { start: { line: 6, column: 18 }, end: { line: 6, column: 29 } }, text: "'0.0.0.0'" }],
        },
        expect.not.objectContaining({ suggestions: expect.anything() as unknown }),
      ],
    });
  });
});
