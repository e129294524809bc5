import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, escapesIn } from '../../src/report/clean-text.js';

describe('cleanText', () => {
  it.each([
    ['a terminal escape', 'x\u001b[31mred', 'x\\u{1B}[31mred'],
    ['a C1 control sequence introducer', 'x\u009b31m', 'x\\u{9B}31m'],
    ['a bell and a backspace', 'a\u0007\b', 'a\\u{7}\\u{8}'],
    ['a carriage return that would overwrite the line', 'safe\rhidden', 'safe\\u{D}hidden'],
    ['a bidirectional override', 'a\u202eb', 'a\\u{202E}b'],
    ['an isolate', '\u2066a\u2069', '\\u{2066}a\\u{2069}'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200B}b'],
    ['a zero-width joiner', 'a\u200db', 'a\\u{200D}b'],
    ['a byte order mark', '\ufeffa', '\\u{FEFF}a'],
    ['a tag character', 'a\u{e0041}', 'a\\u{E0041}'],
    ['a Hangul filler', 'a\u3164b', 'a\\u{3164}b'],
    ['a variation selector behind a letter', 'a\ufe0f', 'a\\u{FE0F}'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['a lone surrogate', 'a\ud800', 'a\\u{D800}'],
    ['an old runner command anywhere', 'x ##[error]y', 'x ##\\u{5B}error]y'],
    ['a runner command at the start', '::error file=a::x', ':\\u{3A}error file=a::x'],
    ['a runner command behind blanks', '\n  ::stop-commands::x', '\n  :\\u{3A}stop-commands::x'],
  ])('shows %s', (_, text, shown) => {
    expect(cleanText(text)).toBe(shown);
  });

  it.each([
    'tab\there',
    'two\nlines',
    'e\u0301',
    '日本語',
    '👍 ⚠️',
    '::1 and ::ffff:127.0.0.1',
    'std::vector',
    '# a [b]',
  ])('leaves %j as it is', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  it('turns CR LF into LF, as a terminal would read it', () => {
    expect(cleanText('a\r\nb')).toBe('a\nb');
  });

  it('changes nothing the second time', () => {
    const once = cleanText('\u202e##[x] ::add-mask::\r');
    expect(cleanText(once)).toBe(once);
  });
});

describe('cleanLine', () => {
  it('keeps a file name on one line', () => {
    expect(cleanLine('a\r\nb\tc\u202e')).toBe('a\\u{D}\\u{A}b\\u{9}c\\u{202E}');
  });
});

describe('escapesIn', () => {
  it('gives the offset of each character it stands for', () => {
    expect([...escapesIn('a\u202eb##[\u{e0041}')]).toEqual([
      [1, '\\u{202E}'],
      [5, '\\u{5B}'],
      [6, '\\u{E0041}'],
    ]);
  });
});
