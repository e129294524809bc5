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
  const lines = linesOf(file, text);
  const settings: Setting[] = [];
  let section = '';
  let offset = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const written = line.trimEnd();
    const [, name] = /^\[([^\]]+)\]/.exec(written) ?? [];
    const [, key, value] = /^([\w.:-]+)[ \t]*[=:][ \t]*(.*)$/.exec(written) ?? [];
    const last = settings.at(-1);
    if (name !== undefined) section = name.trim();
    else if (key !== undefined && value !== undefined) {
      const at = lines.location(offset, offset + written.length);
      settings.push({ section, key, value: value.replace(/(?:^|[ \t]);.*$/, '').trim(), at });
    } else if (/^[ \t]+[^\s;#]/.test(written) && last) last.value = `${last.value} ${written.trim()}`.trim();
    offset += line.length;
  }
  return settings;
}

/** What a TOML file sets to a text, by its table, as far as it stands on one line: no more is needed of scripts. */
export function parseTomlTexts(text: string, file: string): readonly Setting[] {
  const lines = linesOf(file, text);
  const settings: Setting[] = [];
  let section = '';
  let offset = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const written = line.trimEnd();
    const [, name] = /^\[([^[\]]+)\]/.exec(written) ?? [];
    const [, key, value] = /^["']?([\w.:-]+)["']?[ \t]*=[ \t]*(\S.*)$/.exec(written) ?? [];
    if (name !== undefined) section = name.replaceAll(/["'\s]/g, '');
    else if (key !== undefined && value !== undefined) {
      settings.push({ section, key, value, at: lines.location(offset, offset + written.length) });
    }
    offset += line.length;
  }
  return settings;
}

/** The text of a TOML string; undefined for any other value. */
export function tomlText(value: string): string | undefined {
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')/.exec(value) ?? [];
  return single ?? double?.replace(/\\(["\\])/g, '$1');
}
