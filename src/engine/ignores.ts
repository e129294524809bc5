import type { Finding, Undecided } from '../model/finding.js';
import type { Location } from '../model/location.js';
import { didYouMean } from '../model/nearest.js';
import type { Notification, Suppressed, Suppression } from '../model/report.js';
import type { IgnoreSetting } from '../model/settings.js';
import { pathMatcher } from '../repository/glob.js';
import type { IgnoreComment } from '../syntax/ignore-comments.js';
import { byPlace } from './order.js';

export interface Ignores {
  comments: readonly IgnoreComment[];
  settings: readonly IgnoreSetting[];
  /** The rules whose findings are all there: an ignore of another one cannot be called unused. */
  ran: readonly string[];
  /** Every rule there is. */
  known: readonly string[];
  /** The names of the services. */
  services: readonly string[];
  /** The day of the run, as `2026-12-31`; without it every `until` lies ahead. */
  today?: string;
}

export interface Ignored {
  findings: readonly Finding[];
  suppressed: readonly Suppressed[];
  notifications: readonly Notification[];
}

/** One ignore in force, of those that name several rules one for each; no rule: of all. */
interface Ignore {
  rules: readonly string[];
  matches: (each: Finding | Undecided) => boolean;
  suppression: Exclude<Suppression, { by: 'baseline' | 'base' }>;
}

/**
 * Takes out the findings that are ignored, with all that they explain, and says which ignores are wrong or fit nothing.
 * What an ignored finding explains goes with it: if the cause is none, its effects are none either.
 */
export async function applyIgnores(
  findings: readonly Finding[],
  undecided: readonly Undecided[],
  ignores: Ignores,
): Promise<Ignored> {
  const wrong = [...ignores.comments.flatMap((each) => faultOf(each, ignores.known)), ...expired(ignores)];
  const inForce = [...fromComments(ignores), ...(await fromSettings(ignores))];
  const used = new Set<Ignore>();
  const suppressed: Suppressed[] = [];
  const keep = (finding: Finding): Finding[] => {
    const fitting = inForce.filter((ignore) => fits(ignore, finding));
    for (const ignore of fitting) used.add(ignore);
    const explains = finding.explains.flatMap(keep);
    const [first] = fitting;
    if (!first) return [{ ...finding, explains }];
    suppressed.push({ finding: { ...finding, explains }, suppression: first.suppression });
    return [];
  };
  const kept = findings.flatMap(keep);
  // What is not decided may be a finding tomorrow.
  for (const ignore of inForce) if (undecided.some((each) => fits(ignore, each))) used.add(ignore);
  const unused = unusedIgnores(inForce, (ignore) => !used.has(ignore) && hasRun(ignore, ignores), ignores);
  return {
    findings: kept,
    suppressed: suppressed.sort((one, other) => byPlace(one.finding, other.finding)),
    notifications: [...wrong, ...unused],
  };
}

function fits(ignore: Ignore, each: Finding | Undecided): boolean {
  return (ignore.rules.length === 0 || ignore.rules.includes(each.rule)) && ignore.matches(each);
}

function fromComments({ comments, known }: Ignores): Ignore[] {
  return comments
    .filter(({ rules, reason }) => reason !== '' && rules.length > 0)
    .flatMap(({ rules, reason, at, lines }) => {
      const matches = (each: Finding | Undecided): boolean =>
        each.at.file === at.file && lines.includes(each.at.range.start.line);
      const suppression = { by: 'comment' as const, reason, at };
      const own = new Set(rules.filter((rule) => known.includes(rule)));
      return Array.from(own, (rule) => ({ rules: [rule], matches, suppression }));
    });
}

async function fromSettings({ settings, today = '' }: Ignores): Promise<Ignore[]> {
  const inForce = settings.filter(({ until }) => until === undefined || until >= today);
  const ignores = inForce.map(async ({ rules, paths, services, reason, at }): Promise<Ignore[]> => {
    const inPath = paths.length === 0 ? () => true : await pathMatcher(paths);
    const matches: Ignore['matches'] = ({ at: place, service }) =>
      inPath(place.file) && (services.length === 0 || (service !== undefined && services.includes(service.name)));
    const each = rules.length === 0 ? [[]] : Array.from(new Set(rules), (rule) => [rule]);
    return each.map((own) => ({ rules: own, matches, suppression: { by: 'settings', reason, at } }));
  });
  return (await Promise.all(ignores)).flat();
}

function faultOf({ rules, reason, at }: IgnoreComment, known: readonly string[]): Notification[] {
  if (rules.length === 0) {
    const message = 'This ignore names no rule, so it ignores nothing. Write: lint-deploy-ignore <rule>: <reason>.';
    return [{ id: 'ignore-without-rule', level: 'warning', message, at }];
  }
  const unknown = rules.find((rule) => !known.includes(rule));
  if (unknown !== undefined) {
    const message = `There is no rule "${unknown}" to ignore.${didYouMean(unknown, known)}`;
    return [{ id: 'ignore-of-unknown-rule', level: 'warning', message, at }];
  }
  if (reason !== '') return [];
  const message = `This ignore gives no reason, so it ignores nothing. Write: lint-deploy-ignore ${rules.join(', ')}: <reason>.`;
  return [{ id: 'ignore-without-reason', level: 'warning', message, at }];
}

function expired({ settings, today = '' }: Ignores): Notification[] {
  return settings.flatMap(({ until, at }) => {
    if (until === undefined || until >= today) return [];
    const message = `This ignore held until ${until}, so it ignores nothing any more.`;
    return [{ id: 'expired-ignore', level: 'warning' as const, message, at }];
  });
}

function hasRun({ rules }: Ignore, { ran, known }: Ignores): boolean {
  return (rules.length === 0 ? known : rules).every((rule) => ran.includes(rule));
}

/** One notification for each comment or entry, whatever number of rules it names. */
function unusedIgnores(
  inForce: readonly Ignore[],
  isUnused: (ignore: Ignore) => boolean,
  { settings, services }: Ignores,
): Notification[] {
  const byPlace = new Map<Location, Ignore[]>();
  for (const ignore of inForce) {
    const { at } = ignore.suppression;
    byPlace.set(at, [...(byPlace.get(at) ?? []), ignore]);
  }
  return [...byPlace].flatMap(([at, named]): Notification[] => {
    const unused = named.filter(isUnused);
    if (unused.length === 0) return [];
    const entry = settings.find((each) => each.at === at);
    const missing = entry?.services.find((name) => !services.includes(name));
    if (missing !== undefined) {
      const message = `There is no service "${missing}", so this ignore fits no finding.${didYouMean(missing, services)}`;
      return [{ id: 'unused-ignore', level: 'warning', message, at }];
    }
    const rules = unused.flatMap((ignore) => ignore.rules).join(', ');
    const of = rules === '' ? '' : ` of ${rules}`;
    const advice = unused.length < named.length ? 'Take that out of its list.' : 'Remove it.';
    const message = `This ignore fits no finding${of} any more. ${advice}`;
    return [{ id: 'unused-ignore', level: 'warning', message, at }];
  });
}
