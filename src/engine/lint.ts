import type { Deployment } from '../deployment/deployment.js';
import { openDeployment } from '../deployment/open.js';
import type { FindingDraft, Rule, UndecidedDraft, Verdict } from '../deployment/rule.js';
import type { Finding, ServiceLabel, Undecided } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { PlatformFile } from '../model/platform-file.js';
import type { Notification, Report, ServiceSummary, Progress } from '../model/report.js';
import type { Service } from '../model/service.js';
import { NO_SETTINGS, type OptionValues, type Settings } from '../model/settings.js';
import type { Platform } from '../platforms/platform.js';
import { recording } from '../repository/recording.js';
import type { Repository } from '../repository/repository.js';
import { ignoreComments } from '../syntax/ignore-comments.js';
import { foldExplained, type Explainable } from './explain.js';
import { applyIgnores, type Ignores } from './ignores.js';
import { byPlace } from './order.js';
import { labelOf, launchOf } from './service.js';
import { serviceSummary } from './service-summary.js';
import { builtElsewhere, unread, UNREAD } from './unread.js';

export interface LintInput {
  repository: Repository;
  rules: readonly Rule[];
  /** The first is the one whose facts apply to inferred services. */
  platforms: readonly [Platform, ...Platform[]];
  /** Nothing where left out. */
  settings?: Settings;
  /** The ids of all rules there are; those that run where left out. */
  knownRules?: readonly string[];
  /** False: comments in the repository ignore nothing. */
  inlineIgnores?: boolean;
  /** The day of the run, as `2026-12-31`, for ignores that hold until a day. */
  today?: string;
  /** Called as the run goes on. */
  onProgress?: (progress: Progress) => void;
}

/**
 * Runs the rules over the deployment a repository describes. Never throws on what the repository holds: a crash inside
 * one rule becomes a notification, the other results stand, and the report says that it is not complete.
 */
export async function lint(input: LintInput): Promise<Report> {
  const { rules, platforms, settings = NO_SETTINGS, onProgress = () => undefined } = input;
  const { repository, read } = recording(input.repository);
  onProgress({ phase: 'platform files' });
  const { deployment, notifications } = await openDeployment(repository, platforms, settings.services);
  const outcome: Outcome = {
    findings: [],
    undecided: [],
    notifications: [...notifications, ...unread(deployment), ...builtElsewhere(deployment)],
  };
  await runRules(rules, deployment, settings, outcome, onProgress);
  onProgress({ phase: 'services' });
  const services: ServiceSummary[] = [];
  for (const service of deployment.services) {
    services.push(await summaryOf(service, deployment, outcome.notifications));
  }
  onProgress({ phase: 'ignores' });
  const folded = foldExplained(outcome.findings).sort(byPlace);
  const ignored = await applyIgnores(
    folded,
    outcome.undecided,
    ignoresOf(
      input,
      repository,
      read(),
      outcome,
      deployment.services.map((service) => labelOf(service, deployment).name),
    ),
  );
  onProgress({ phase: 'done', filesRead: read().length });
  return {
    findings: ignored.findings,
    suppressed: ignored.suppressed,
    undecided: outcome.undecided.sort(byPlace),
    notifications: [...outcome.notifications, ...ignored.notifications],
    services,
    platformFiles: deployment.platformFiles.map(({ file }) => file),
    complete: outcome.notifications.every(({ level }) => level !== 'error'),
  };
}

async function runRules(
  rules: readonly Rule[],
  deployment: Deployment,
  settings: Settings,
  outcome: Outcome,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  const partial = new Set(deployment.platformFiles.filter((file) => file.partial).map(({ file }) => file));
  const run = async (rule: Rule, subject: Subject, check: Check): Promise<void> =>
    collect(outcome, rule, settings, subject, check);
  for (const file of deployment.platformFiles) {
    const serviceAt = ownerIn(file, deployment);
    for (const rule of rules) {
      if (rule.scope !== 'platformFile') continue;
      const check: Check = (options) => (rule.appliesTo(file) ? rule.check(file, deployment, options) : NOTHING);
      await run(rule, { at: file.at, serviceAt }, check);
    }
  }
  const total = deployment.services.length;
  for (const [done, service] of deployment.services.entries()) {
    // A file that did not parse to its end may lack anything: only the rule for the file itself speaks on it.
    if (partial.has(service.file)) continue;
    const label = labelOf(service, deployment);
    onProgress({ phase: 'rules', service: label.name, done, total });
    for (const rule of rules) {
      if (rule.scope !== 'service') continue;
      const check: Check = (options) => (rule.appliesTo(service) ? rule.check(service, deployment, options) : NOTHING);
      await run(rule, { at: service.at, serviceAt: () => label }, check);
    }
  }
}

/** What the ignores are judged by: comments of every file that was read, or that a finding is in. */
function ignoresOf(
  { rules, settings = NO_SETTINGS, knownRules, inlineIgnores = true, today }: LintInput,
  repository: Repository,
  read: readonly string[],
  outcome: Outcome,
  services: readonly string[],
): Ignores {
  const running = rules.map(({ id }) => id);
  const crashed = new Set(outcome.notifications.map(({ rule }) => rule));
  const paths = [...read, ...outcome.findings.map(({ finding }) => finding.at.file)];
  const files = new Set(
    (inlineIgnores ? paths : []).flatMap((path) => {
      const found = repository.lookup(path);
      return found.is === 'file' ? [found.path] : [];
    }),
  );
  const comments = [...files].sort().flatMap((file) => {
    const source = repository.read(file);
    return source.is === 'text' ? ignoreComments(file, source.text) : [];
  });
  const known = knownRules ?? running;
  // A rule that is off will find nothing either.
  const settled = known.filter((id) => settings.rules.get(id)?.severity === 'off' || running.includes(id));
  return {
    comments,
    settings: settings.ignores,
    // A service that was not judged may be what an ignore is for.
    ran: outcome.notifications.some(({ id }) => UNREAD.includes(id)) ? [] : settled.filter((id) => !crashed.has(id)),
    known,
    services,
    ...(today !== undefined && { today }),
  };
}

/** What a rule says of what it does not apply to. */
const NOTHING: readonly Verdict[] = [];

interface Outcome {
  findings: Explainable[];
  undecided: Undecided[];
  notifications: Notification[];
}

/** What a rule is run on, as its findings are placed. */
interface Subject {
  at: Location;
  serviceAt: (place: Location) => ServiceLabel | undefined;
}

type Check = (options: OptionValues) => AsyncIterable<Verdict> | readonly Verdict[];

/** Runs one rule on one subject. What it said before a crash stands. */
async function collect(
  outcome: Outcome,
  rule: Rule,
  settings: Settings,
  { at, serviceAt }: Subject,
  check: Check,
): Promise<void> {
  const setting = settings.rules.get(rule.id);
  const asked = setting?.severity === 'off' ? undefined : setting?.severity;
  const defaults = Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default] as const);
  try {
    for await (const verdict of check({ ...Object.fromEntries(defaults), ...setting?.options })) {
      const service = serviceAt(verdict.at);
      if (verdict.is === 'undecided') outcome.undecided.push(undecidedOf(rule, verdict, service));
      else {
        // The settings are read before the run: what is changed in their files would not count in the next round of fixes.
        const fixes = verdict.fixes?.filter(
          ({ edits }) => !edits.some((edit) => settings.files.includes(edit.at.file)),
        );
        const draft = { ...verdict, ...(fixes && { fixes }), ...(asked && { severity: asked }) };
        outcome.findings.push(findingOf(rule, draft, service));
      }
    }
  } catch (error) {
    outcome.notifications.push(ruleCrash(rule, at, error));
  }
}

function findingOf(rule: Rule, draft: FindingDraft, service: ServiceLabel | undefined): Explainable {
  const finding: Finding = {
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    statuses: draft.statuses ?? rule.statuses,
    message: draft.message,
    at: draft.at,
    trail: draft.trail ?? [],
    fixes: draft.fixes ?? [],
    ...(draft.label !== undefined && { label: draft.label }),
    facts: draft.facts ?? {},
    explains: [],
    ...(service && { service }),
  };
  return { finding, ...(draft.explainedBy && { explainedBy: draft.explainedBy }) };
}

function undecidedOf(rule: Rule, draft: UndecidedDraft, service: ServiceLabel | undefined): Undecided {
  return { rule: rule.id, why: draft.why, at: draft.at, ...(service && { service }) };
}

function ruleCrash(rule: Rule, at: Location, error: unknown): Notification {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    id: 'rule-crash',
    level: 'error',
    rule: rule.id,
    message: `The rule ${rule.id} stopped with an error here: ${reason}. This is a fault in lint-deploy; the other results stand.`,
    at,
  };
}

/** The service in whose entry of the file a place lies. */
function ownerIn({ services }: PlatformFile, deployment: Deployment): (place: Location) => ServiceLabel | undefined {
  return ({ range }) => {
    const owner = services.find(
      ({ entry }) => entry.start.offset <= range.start.offset && range.end.offset <= entry.end.offset,
    );
    return owner && labelOf(owner, deployment);
  };
}

async function summaryOf(
  service: Service,
  deployment: Deployment,
  notifications: Notification[],
): Promise<ServiceSummary> {
  const launch = await launchOf(service, deployment, notifications);
  return serviceSummary(service, labelOf(service, deployment), launch);
}
