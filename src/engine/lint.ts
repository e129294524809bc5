import type { Deployment } from '../deployment/deployment.js';
import { openDeployment } from '../deployment/open.js';
import type { FindingDraft, Rule, UndecidedDraft, Verdict } from '../deployment/rule.js';
import type { Finding, ServiceLabel, Undecided } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { PlatformFile } from '../model/platform-file.js';
import type { Notification, Report, ServiceSummary } from '../model/report.js';
import type { Service } from '../model/service.js';
import type { Platform } from '../platforms/platform.js';
import type { Repository } from '../repository/repository.js';
import { chainOf } from './chain.js';
import { foldExplained, type Explainable } from './explain.js';
import { byPlace } from './order.js';
import { labelOf, launchOf } from './service.js';
import { unread } from './unread.js';

export interface LintInput {
  repository: Repository;
  rules: readonly Rule[];
  /** The first is the one whose facts apply to inferred services. */
  platforms: readonly [Platform, ...Platform[]];
}

/**
 * Runs the rules over the deployment a repository describes. Never throws on what the repository holds: a crash inside
 * one rule becomes a notification, the other results stand, and the report says that it is not complete.
 */
export async function lint({ repository, rules, platforms }: LintInput): Promise<Report> {
  const { deployment, notifications } = await openDeployment(repository, platforms);
  const outcome: Outcome = { findings: [], undecided: [], notifications: [...notifications, ...unread(deployment)] };
  const partial = new Set(deployment.platformFiles.filter((file) => file.partial).map(({ file }) => file));
  for (const file of deployment.platformFiles) {
    const owner = ownerIn(file, deployment);
    for (const rule of rules) {
      if (rule.scope !== 'platformFile') continue;
      await collect(outcome, rule, file, owner, () => (rule.appliesTo(file) ? rule.check(file, deployment) : NOTHING));
    }
  }
  for (const service of deployment.services) {
    // A file that did not parse to its end may lack anything: only the rule for the file itself speaks on it.
    if (partial.has(service.file)) continue;
    const label = labelOf(service, deployment);
    for (const rule of rules) {
      if (rule.scope !== 'service') continue;
      await collect(
        outcome,
        rule,
        service,
        () => label,
        () => (rule.appliesTo(service) ? rule.check(service, deployment) : NOTHING),
      );
    }
  }
  const services: ServiceSummary[] = [];
  for (const service of deployment.services) {
    services.push(await summaryOf(service, deployment, outcome.notifications));
  }
  return {
    findings: foldExplained(outcome.findings).sort(byPlace),
    undecided: outcome.undecided.sort(byPlace),
    notifications: outcome.notifications,
    services,
    platformFiles: deployment.platformFiles.map(({ file }) => file),
    complete: outcome.notifications.every(({ level }) => level !== 'error'),
  };
}

/** What a rule says of what it does not apply to. */
const NOTHING: readonly Verdict[] = [];

interface Outcome {
  findings: Explainable[];
  undecided: Undecided[];
  notifications: Notification[];
}

/** Runs one rule on one subject. What it said before a crash stands. */
async function collect(
  outcome: Outcome,
  rule: Rule,
  subject: Service | PlatformFile,
  serviceAt: (place: Location) => ServiceLabel | undefined,
  check: () => AsyncIterable<Verdict> | readonly Verdict[],
): Promise<void> {
  try {
    for await (const verdict of check()) {
      const service = serviceAt(verdict.at);
      if (verdict.is === 'undecided') outcome.undecided.push(undecidedOf(rule, verdict, service));
      else outcome.findings.push(findingOf(rule, verdict, service));
    }
  } catch (error) {
    outcome.notifications.push(ruleCrash(rule, subject.at, error));
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
  return { ...labelOf(service, deployment), inferred: service.inferred, chain: chainOf(service, launch) };
}
