import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { jsonReport } from '../../src/report/json.js';
import { withoutQuotedSecrets } from '../../src/report/quoted-secrets.js';
import { sarifReport } from '../../src/report/sarif.js';
import { textReport } from '../../src/report/text.js';
import { contextOf, findingOf, place, reportOf } from './sample.js';

/** The finding about one line of a file, as it comes out. */
function written(text: string, part: string, given: Partial<Finding>): Finding {
  const files = { 'render.yaml': text };
  const finding = findingOf({ at: place(files, 'render.yaml', part), trail: [], fixes: [], facts: {}, ...given });
  const report = withoutQuotedSecrets(reportOf({ findings: [finding] }), contextOf({}, files));
  return report.findings[0] ?? finding;
}

const found = (text: string, part: string, words: string): string =>
  written(text, part, { message: { found: words, effect: '', remedy: '' } }).message.found;

const SECRET = 'change-me-hunter2';
const ITEM = `- key: DB_PASSWORD\n  value: ${SECRET}\n- key: PORT\n  value: ${SECRET}\n`;

describe('withoutQuotedSecrets', () => {
  it('hides a value that the line hides', () => {
    expect(found(ITEM, SECRET, `\`value\` of \`DB_PASSWORD\` is still \`${SECRET}\`.`)).toBe(
      `\`value\` of \`DB_PASSWORD\` is still \`${'•'.repeat(SECRET.length)}\`.`,
    );
  });

  it('leaves a value that the line shows', () => {
    const text = ITEM.replace('DB_PASSWORD', 'HOST');
    expect(found(text, SECRET, `It is \`${SECRET}\`.`)).toBe(`It is \`${SECRET}\`.`);
  });

  it.each([
    ['a value that is cut', `- key: API_TOKEN\n  value: change-me-${'hunter2'.repeat(20)}`],
    ['several words', '- key: API_TOKEN\n  value: change me hunter2'],
    ['a text in lines', '- key: API_TOKEN\n  value: >-\n    change-me\n    hunter2'],
    ['an alias', 'x: &pw change-me-hunter2\ny:\n- key: API_TOKEN\n  value: *pw'],
  ])('knows %s', (_, text) => {
    const value = /change.*/s.exec(text)?.[0].split(/\ny:/)[0]?.split(/\s+/).join(' ').slice(0, 60) ?? '';
    const words = found(text, text.includes('*pw') ? '*pw' : 'value', `It is still \`${value}…\`.`);
    expect(words).toContain('It is still `•');
    expect(words).not.toContain('hunter');
  });

  it('hides a value that repeats itself wherever it begins anew, and nothing else', () => {
    const value = 'SECRET_KEY='.repeat(40);
    const words = `It is \`${value}\`, then ${value.slice(0, 50)} and no more.`;
    expect(found(`SECRET_KEY=${value}`, value, words)).toBe(
      `It is \`${'•'.repeat(value.length)}\`, then ${'•'.repeat(50)} and no more.`,
    );
  });

  it('hides it in facts, trail and fixes, but leaves edits exact', () => {
    const at = place({ 'render.yaml': ITEM }, 'render.yaml', SECRET);
    const finding = written(ITEM, SECRET, {
      facts: { value: SECRET, line: 2 },
      trail: [{ at, words: `is ${SECRET}` }],
      fixes: [{ title: `Quote ${SECRET}`, safety: 'safe', edits: [{ at, text: `"${SECRET}"` }] }],
      explains: [findingOf({ at, label: SECRET, trail: [], fixes: [], facts: {} })],
    });
    const { edits, ...fix } = finding.fixes[0] ?? {};
    expect(JSON.stringify([finding.facts, finding.trail, fix, finding.explains])).not.toContain('hunter');
    expect(edits).toEqual([{ at, text: `"${SECRET}"` }]);
  });

  it('is done by every format', () => {
    const files = { 'render.yaml': ITEM.replaceAll('PORT', 'DB_PASS') };
    const message = { found: `It is \`${SECRET}\`.`, effect: 'It fails.', remedy: 'Change it.' };
    const at = place(files, 'render.yaml', SECRET);
    const finding = findingOf({ at, message, trail: [], fixes: [], facts: { value: SECRET } });
    const report = reportOf({ findings: [finding] });
    const context = contextOf({}, files);
    const options = { colour: false, width: 80, quiet: false, verbose: true };
    for (const text of [
      textReport(report, context, options),
      textReport(report, context, { ...options, quiet: true }),
      sarifReport(report, context),
      jsonReport(report, context),
    ]) {
      expect(text).toContain('It is `•');
      expect(text).not.toContain('hunter');
    }
  });
});
