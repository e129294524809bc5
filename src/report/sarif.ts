import type {
  ArtifactChange,
  CodeFlow,
  Fix as SarifFix,
  Invocation,
  Location as SarifLocation,
  Log,
  Message as SarifMessage,
  Notification as SarifNotification,
  PropertyBag,
  ReportingDescriptorReference,
  Result,
  Run,
  Suppression as SarifSuppression,
} from 'sarif';
import { bySeverity, type Finding, type Fix, type Step, type TextEdit, type Undecided } from '../model/finding.js';
import type { Notification, Report, Suppression } from '../model/report.js';
import type { ReportContext } from './context.js';
import { keysOf } from './finding-keys.js';
import { lineHashes } from './fingerprint.js';
import { withoutQuotedSecrets } from './quoted-secrets.js';
import { safeJson } from './safe-json.js';
import { exactRegion, placesOf, type Places } from './sarif-place.js';
import { descriptorOf } from './sarif-rule.js';
import { shown, shownFacts } from './shown.js';
import { whySuppressed } from './suppressed.js';

/** Code scanning keeps this many results of a run (docs.github.com, "SARIF results exceed one or more limits"). */
const RESULT_LIMIT = 5000;

/** What every part of the log is written with. */
interface Writer {
  context: ReportContext;
  places: Places;
  /** The index of each rule in the driver's list. */
  ruleIndex: ReadonlyMap<string, number>;
}

/**
 * The report as SARIF 2.1.0 for GitHub code scanning and other viewers.
 * Without a machine-dependent path or a time: the same report gives the same text.
 */
export function sarifReport(raw: Report, context: ReportContext): string {
  const report = withoutQuotedSecrets(raw, context);
  const writer: Writer = {
    context,
    places: placesOf(context),
    ruleIndex: new Map(context.rules.map(({ id }, index) => [id, index])),
  };
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(report, writer)],
  };
  return safeJson(log);
}

function runOf(report: Report, writer: Writer): Run {
  const { version, homepage, rules, sarifCategory } = writer.context;
  const notifications = notificationsOf(report, writer);
  return {
    tool: {
      driver: {
        name: 'lint-deploy',
        version,
        semanticVersion: version,
        informationUri: homepage,
        rules: rules.map((rule) => descriptorOf(rule, homepage)),
      },
    },
    // Up to the last slash it is the category; what would follow is the name of a single run.
    ...(sarifCategory && { automationDetails: { id: sarifCategory.replace(/\/*$/, '/') } }),
    invocations: [invocationOf(report, notifications)],
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    results: allResults(report, writer),
  };
}

// Results

/**
 * The worst first. Code scanning shows a suppressed result as an open one (github/codeql-action#1230), so these are left
 * out where they are not asked for.
 */
function allResults({ findings, suppressed }: Report, writer: Writer): Result[] {
  const ignored = writer.context.includeSuppressed ? suppressed : [];
  const reasons = new Map(ignored.map(({ finding, suppression }) => [finding, suppression]));
  const worst = [...findings.toSorted(bySeverity), ...reasons.keys()].slice(0, RESULT_LIMIT);
  return resultsOf(worst, writer).map((result, index) => {
    const finding = worst[index];
    const suppression = finding && reasons.get(finding);
    return suppression ? { ...result, suppressions: [suppressionOf(suppression, writer)] } : result;
  });
}

function suppressionOf(suppression: Suppression, { places }: Writer): SarifSuppression {
  return {
    kind: suppression.by === 'comment' ? 'inSource' : 'external',
    status: 'accepted',
    justification: shown(whySuppressed(suppression)),
    ...('at' in suppression && { location: { physicalLocation: places.physical(suppression.at) } }),
  };
}

function resultsOf(findings: readonly Finding[], writer: Writer): Result[] {
  const { context, places } = writer;
  const lineHash = lineHashOf(context);
  const keys = keysOf(findings, places.lineText, context.uriPrefix);
  return findings.map((finding, index) => {
    const primaryLocationLineHash = lineHash(finding);
    const partialFingerprints = {
      ...(primaryLocationLineHash !== undefined && { primaryLocationLineHash }),
      'lintDeploy/v1': keys[index] ?? '',
    };
    return { ...resultOf(finding, writer), partialFingerprints };
  });
}

/** Code scanning's fingerprint of a finding's line; undefined where it could differ from what code scanning computes. */
function lineHashOf({ utf8Source }: ReportContext): (finding: Finding) => string | undefined {
  const known = new Map<string, readonly string[]>();
  return ({ at }) => {
    if (!known.has(at.file)) {
      const text = utf8Source(at.file);
      known.set(at.file, text === undefined ? [] : lineHashes(text));
    }
    return known.get(at.file)?.[at.range.start.line - 1];
  };
}

function resultOf(finding: Finding, { places, ruleIndex }: Writer): Result {
  const { rule, severity, message, at, trail, fixes } = finding;
  const index = ruleIndex.get(rule);
  const related = trail.map((step, position) => ({ id: position + 1, ...locationOf(step, places) }));
  return {
    ruleId: rule,
    ...(index !== undefined && { ruleIndex: index }),
    level: severity,
    message: messageOf(`${message.found} ${message.effect} ${message.remedy}`),
    locations: [{ physicalLocation: places.physical(at) }],
    ...(related.length > 0 && { relatedLocations: related, codeFlows: [codeFlowOf(finding, places)] }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, places)) }),
    properties: propertiesOf(finding, places),
  };
}

/** The trail, step by step, with the fault itself at its end. */
function codeFlowOf({ trail, at, message }: Finding, places: Places): CodeFlow {
  const steps = [...trail, { at, words: message.found }];
  return { threadFlows: [{ locations: steps.map((step) => ({ location: locationOf(step, places) })) }] };
}

function locationOf({ at, words }: Step, places: Places): SarifLocation {
  return { physicalLocation: places.physical(at), message: messageOf(words) };
}

function propertiesOf({ service, statuses, facts, explains }: Finding, places: Places): PropertyBag {
  return {
    ...(service && { service: shown(service.name), kind: service.kind, platform: service.platform }),
    statuses,
    facts: shownFacts(facts),
    ...(explains.length > 0 && {
      explains: explains.map(({ rule, severity, message, at }) => ({
        rule,
        severity,
        message: shown(message.found),
        uri: places.uri(at.file),
        startLine: at.range.start.line,
      })),
    }),
  };
}

function fixOf(fix: Fix, places: Places): SarifFix {
  const files = [...new Set(fix.edits.map(({ at }) => at.file))];
  const words = fix.safety === 'unsafe' ? `${fix.title}. Unsafe: ${fix.because}` : fix.title;
  return {
    description: messageOf(words.endsWith('.') ? words : `${words}.`),
    artifactChanges: files.map((file) => changeOf(file, fix.edits, places)),
    properties: { safety: fix.safety },
  };
}

function changeOf(file: string, edits: readonly TextEdit[], places: Places): ArtifactChange {
  return {
    artifactLocation: { uri: places.uri(file) },
    replacements: edits
      .filter(({ at }) => at.file === file)
      .map(({ at, text }) => ({ deletedRegion: exactRegion(at.range), insertedContent: { text } })),
  };
}

// Notifications

/** The run failed only where a crash left nothing that was analysed: code scanning refuses the results of a failed run. */
function invocationOf(report: Report, notifications: SarifNotification[]): Invocation {
  const isAnalysed = report.complete || report.platformFiles.length > 0 || report.services.length > 0;
  return {
    executionSuccessful: isAnalysed,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}

function notificationsOf(report: Report, writer: Writer): SarifNotification[] {
  return [
    ...limitNotification(report.findings.length),
    ...report.notifications.map((each) => notificationOf(each, writer)),
    ...report.undecided.map((each) => undecidedOf(each, writer)),
  ];
}

/** What a reader has to know of a run with so many findings: a sentence, or undefined where all are listed. */
export function resultLimit(findings: number): string | undefined {
  if (findings <= RESULT_LIMIT) return undefined;
  return `Only the ${RESULT_LIMIT} worst of ${findings} findings are listed: code scanning keeps no more.`;
}

function limitNotification(findings: number): SarifNotification[] {
  const text = resultLimit(findings);
  if (text === undefined) return [];
  return [{ descriptor: { id: 'result-limit' }, level: 'warning', message: messageOf(text) }];
}

function notificationOf({ id, level, message, at, rule }: Notification, writer: Writer): SarifNotification {
  return {
    descriptor: { id },
    level,
    message: messageOf(message),
    ...(at && { locations: [{ physicalLocation: writer.places.physical(at) }] }),
    ...(rule !== undefined && { associatedRule: ruleReference(rule, writer) }),
  };
}

function undecidedOf({ rule, why, at, service }: Undecided, writer: Writer): SarifNotification {
  return {
    ...notificationOf({ id: 'not-decided', level: 'note', message: why, at, rule }, writer),
    ...(service && { properties: { service: shown(service.name), platform: service.platform } }),
  };
}

function ruleReference(id: string, { ruleIndex }: Writer): ReportingDescriptorReference {
  const index = ruleIndex.get(id);
  return { id, ...(index !== undefined && { index }) };
}

// Texts

/** A plain text message. In one, brackets would make a link (SARIF 2.1.0, §3.11.6). */
function messageOf(text: string): SarifMessage {
  return { text: shown(text).replace(/[[\]\\]/g, '\\$&') };
}
