import type { Finding, Fix, Message } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { Report } from '../model/report.js';
import { linesOf, type Lines } from '../syntax/lines.js';
import type { ReportContext } from './context.js';
import { fileSecrets, masked, merged } from './secrets.js';
import type { Span } from './secret-names.js';

/** A file's text and what of it is secret. */
interface Source {
  text: string;
  lines: Lines;
  secrets: readonly Span[];
  /** The offset of each `&name`. */
  anchors: ReadonlyMap<string, number>;
}

type Hide = (words: string) => string;

/** Shorter ones are words like any other. */
const SHORTEST = 3;
/** From this length on, a part is no word by chance. */
const CERTAIN = 8;
/** How far around a place is looked, in UTF-16 units. */
const REACH = 4096;
const MOST_PARTS = 200;

/**
 * The report with the secrets hidden that its words quote: prose alone does not show that a value is one, the place in
 * the file that it speaks of does. The edits of fixes stay exact.
 */
export function withoutQuotedSecrets(report: Report, { source }: Pick<ReportContext, 'source'>): Report {
  const known = new Map<string, Source>();
  const open = (file: string): Source => {
    const found = known.get(file);
    if (found) return found;
    const text = source(file) ?? '';
    const anchors = Array.from(text.matchAll(/&([^\s,[\]{}]+)/g), ({ index, 1: name = '' }) => [name, index] as const);
    const read = { text, lines: linesOf(file, text), secrets: fileSecrets(file, text), anchors: new Map(anchors) };
    known.set(file, read);
    return read;
  };
  const hideAt = ({ file, range }: Location): Hide => hiding(open(file), range.start.offset);
  return {
    ...report,
    findings: report.findings.map((finding) => findingWithout(finding, hideAt)),
    suppressed: report.suppressed.map((each) => ({ ...each, finding: findingWithout(each.finding, hideAt) })),
    undecided: report.undecided.map((each) => ({ ...each, why: hideAt(each.at)(each.why) })),
    notifications: report.notifications.map((each) =>
      each.at ? { ...each, message: hideAt(each.at)(each.message) } : each,
    ),
  };
}

function findingWithout(finding: Finding, hideAt: (at: Location) => Hide): Finding {
  const hide = hideAt(finding.at);
  const { label, message, trail, fixes, facts, explains } = finding;
  return {
    ...finding,
    ...(label !== undefined && { label: hide(label) }),
    message: messageWithout(message, hide),
    trail: trail.map(({ at, words }) => ({ at, words: hideAt(at)(hide(words)) })),
    fixes: fixes.map((fix) => fixWithout(fix, hide)),
    facts: Object.fromEntries(
      Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' ? hide(value) : value]),
    ),
    explains: explains.map((each) => findingWithout(each, hideAt)),
  };
}

function messageWithout({ found, effect, remedy }: Message, hide: Hide): Message {
  return { found: hide(found), effect: hide(effect), remedy: hide(remedy) };
}

function fixWithout(fix: Fix, hide: Hide): Fix {
  const title = hide(fix.title);
  return fix.safety === 'unsafe' ? { ...fix, title, because: hide(fix.because) } : { ...fix, title };
}

/** Hides in words what is secret on the line at an offset, in a text that goes on under it, and behind an alias there. */
function hiding({ text, lines, secrets, anchors }: Source, offset: number): Hide {
  const [start, end] = lineAt(text, lines, offset);
  const aliases = Array.from(text.slice(start, end).matchAll(/\*([^\s,[\]{}]+)/g), ([, name = '']) =>
    anchors.get(name),
  );
  const places = [
    [start, end],
    ...aliases.flatMap((at) => (at === undefined ? [] : [lineAt(text, lines, at)])),
  ] as const;
  const spans = places.flatMap(([from, to]) => secretsIn(text, secrets, from, to));
  // A value may be quoted in part, and with other blanks or escapes than it is written with.
  const parts = spans
    .flatMap((span) => text.slice(span.start, Math.min(span.end, span.start + REACH)).split(/[\s"'`\\]+/))
    .filter((part) => part.length >= SHORTEST)
    .slice(0, MOST_PARTS);
  return (words) => parts.reduce(withoutPart, words);
}

/** The line at an offset, or as much of it as is near. */
function lineAt(text: string, lines: Lines, offset: number): [start: number, end: number] {
  const before = lines.position(offset).column - 1;
  const behind = /^[^\r\n]*/.exec(text.slice(offset, offset + REACH))?.[0].length ?? 0;
  return [offset - Math.min(before, REACH), offset + behind];
}

function secretsIn(text: string, secrets: readonly Span[], start: number, end: number): Span[] {
  const found: Span[] = [];
  let reached = end;
  for (let index = firstEndingAfter(secrets, start); found.length < MOST_PARTS; index += 1) {
    const span = secrets[index];
    if (!span || (span.start > reached && /\S/.test(text.slice(reached, span.start)))) break;
    found.push(span);
    reached = Math.max(reached, span.end);
  }
  return found;
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? offset) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Hides a part of a secret wherever it stands, its beginning alone too where it is cut; a short one only as a word. */
function withoutPart(words: string, part: string): string {
  const sought = part.slice(0, CERTAIN);
  const spans: Span[] = [];
  for (let at = words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1)) {
    let end = at;
    while (end < words.length && words[end] === part[end - at]) end += 1;
    const isWord = !/\w/.test(words.charAt(at - 1)) && !/\w/.test(words.charAt(end));
    if (part.length >= CERTAIN || isWord) spans.push({ start: at, end });
  }
  return spans.length > 0 ? masked(words, merged(spans)) : words;
}
