import type { TextEdit } from '../../model/finding.js';
import type { Location } from '../../model/location.js';
import type { Repository } from '../../repository/repository.js';
import { linesOf } from '../../syntax/lines.js';
import type { Setting } from './setting.js';
import type { DjangoSettings } from './settings.js';
import type { Texts } from './texts.js';

/** Edits of settings. Each is undefined where the place does not allow it: something else on its lines, or no list. */
export interface DjangoEdits {
  /** Adds the host in a variable to ALLOWED_HOSTS. */
  allowHost(variable: string): readonly TextEdit[] | undefined;
  /** Adds the https origin of that host to CSRF_TRUSTED_ORIGINS. */
  trustOrigin(variable: string): readonly TextEdit[] | undefined;
  /** Sets SECURE_PROXY_SSL_HEADER behind SECURE_SSL_REDIRECT. */
  trustForwardedScheme(): readonly TextEdit[] | undefined;
}

export function djangoEdits(repository: Repository, settings: DjangoSettings): DjangoEdits {
  const { allowedHosts, trustedOrigins, sslRedirect, file } = settings;
  return {
    allowHost: (variable) => addToList(repository, file, allowedHosts, variable, ''),
    trustOrigin: (variable) => addToList(repository, file, trustedOrigins, variable, "'https://' + "),
    trustForwardedScheme: () => {
      const last = sslRedirect.statements.at(-1);
      const source = last && repository.read(last.file);
      if (source?.is !== 'text' || source.lossy || !last) return undefined;
      const place = lineOf(source.text, last);
      const line = "SECURE_PROXY_SSL_HEADER = ('HTTP_X_FORWARDED_PROTO', 'https')";
      return place && [insertion(source.text, last.file, place, [line])];
    },
  };
}

/** Adds the value of a variable to a list, behind the last statement that makes it. */
function addToList(
  repository: Repository,
  file: string,
  { name, value, statements }: Setting<Texts>,
  variable: string,
  prefix: string,
): readonly TextEdit[] | undefined {
  const last = statements.at(-1);
  const source = repository.read(last?.file ?? file);
  if (source.is !== 'text' || source.lossy) return undefined;
  const { text } = source;
  if (!last) {
    const line = `${name} = [${prefix}os.environ.get('${variable}', 'localhost')]`;
    const end = { indent: '', end: text.length, unfinished: /[^\n]$/.test(text) };
    return value.is === 'absent' ? withOs(text, file, end, [line]) : undefined;
  }
  const kind = value.is === 'known' ? value.value.kind : undefined;
  const place = lineOf(text, last);
  if (!place || (kind !== 'list' && kind !== 'tuple')) return undefined;
  const held = `${prefix}os.environ['${variable}']`;
  const change = kind === 'list' ? `${name}.append(${held})` : `${name} += (${held},)`;
  const step = place.indent.includes('\t') ? '\t' : '    ';
  return withOs(text, last.file, place, [`if os.environ.get('${variable}'):`, `${step}${change}`]);
}

interface Line {
  indent: string;
  /** Behind the end of the last line of the statement. */
  end: number;
  /** That line has no line ending. */
  unfinished: boolean;
}

/** Where a statement's lines end; undefined where something else stands on them. */
function lineOf(text: string, { range }: Location): Line | undefined {
  const start = text.lastIndexOf('\n', range.start.offset - 1) + 1;
  const indent = text.slice(start, range.start.offset);
  if (!/^[ \t]*$/.test(indent)) return undefined;
  const newline = text.indexOf('\n', range.end.offset);
  const end = newline < 0 ? text.length : newline + 1;
  if (!/^[ \t]*(?:#.*)?\r?\n?$/.test(text.slice(range.end.offset, end))) return undefined;
  return { indent, end, unfinished: newline < 0 };
}

const IMPORTS_OS = /^import[ \t]+(?:[\w.]+[ \t]*,[ \t]*)*os[ \t]*(?:,|\r?$|#)/m;

function insertion(text: string, file: string, { indent, end, unfinished }: Line, added: readonly string[]): TextEdit {
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const body = added.map((line) => `${indent}${line}${ending}`).join('');
  return { at: linesOf(file, text).location(end, end), text: `${unfinished ? ending : ''}${body}` };
}

/** The insertion of lines that need `os`, which is imported before them where it is not yet. */
function withOs(text: string, file: string, place: Line, added: readonly string[]): readonly TextEdit[] {
  if (IMPORTS_OS.test(text.slice(0, place.end))) return [insertion(text, file, place, added)];
  const first = firstImport(text, place.end);
  if (first === undefined) return [insertion(text, file, place, ['import os', ...added])];
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const at = linesOf(file, text).location(first, first);
  return [{ at, text: `import os${ending}` }, insertion(text, file, place, added)];
}

/** The first import on a line of its own, those of `__future__` left out. */
function firstImport(text: string, before: number): number | undefined {
  return /^(?:import|from(?![ \t]+__future__))[ \t]+[\w.]+/m.exec(text.slice(0, before))?.index;
}
