import type { Location } from '../model/location.js';
import { linesOf } from './lines.js';

/** A setting of a file in sections: `[section]`, `key = value`. */
export interface Setting {
  section: string;
  key: string;
  value: string;
  at: Location;
}

/**
 * The settings of an INI file, as Python's configparser reads it: a value goes on over indented lines, `;` and `#` begin
 * a comment.
 */
export function parseIni(text: string, file: string): readonly Setting[] {
  const settings: Setting[] = [];
  let section = '';
  for (const { written, at } of linesIn(text, file)) {
    const [, name] = /^\[([^\]]+)\]/.exec(written) ?? [];
    const [, key, value] = /^([\w.:-]+)[ \t]*[=:][ \t]*(.*)$/.exec(written) ?? [];
    const last = settings.at(-1);
    if (name !== undefined) section = name.trim();
    else if (key !== undefined && value !== undefined) {
      settings.push({ section, key, value: value.replace(/(?:^|[ \t]);.*$/, '').trim(), at: at() });
    } else if (/^[ \t]+[^\s;#]/.test(written) && last) last.value = `${last.value} ${written.trim()}`.trim();
  }
  return settings;
}

/** What a TOML file sets to a text, by its table, as far as it stands on one line: no more is needed of scripts. */
export function parseTomlTexts(text: string, file: string): readonly Setting[] {
  const settings: Setting[] = [];
  let section = '';
  for (const { written, at } of linesIn(text, file)) {
    const [, name] = /^\[([^[\]]+)\]/.exec(written) ?? [];
    const [, key, value] = /^["']?([\w.:-]+)["']?[ \t]*=[ \t]*(\S.*)$/.exec(written) ?? [];
    if (name !== undefined) section = name.replaceAll(/["'\s]/g, '');
    else if (key !== undefined && value !== undefined) settings.push({ section, key, value, at: at() });
  }
  return settings;
}

/** The lines of a text without the blanks at their ends, each with its place. */
function* linesIn(text: string, file: string): Generator<{ written: string; at: () => Location }> {
  const lines = linesOf(file, text);
  let offset = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const [start, written] = [offset, line.trimEnd()];
    yield { written, at: () => lines.location(start, start + written.length) };
    offset += line.length;
  }
}

/** The text of a TOML string; undefined for any other value. */
export function tomlText(value: string): string | undefined {
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')/.exec(value) ?? [];
  return single ?? double?.replace(/\\(["\\])/g, '$1');
}
