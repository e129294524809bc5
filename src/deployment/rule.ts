import type { Fix, Message, Severity, Step } from '../model/finding.js';
import type { Location } from '../model/location.js';
import type { PlatformFile } from '../model/platform-file.js';
import type { Service } from '../model/service.js';
import type { OptionValues, RuleOption } from '../model/settings.js';
import type { Deployment } from './deployment.js';

/** What a rule says. The engine adds the rule, the service and the defaults. */
export interface FindingDraft {
  is: 'finding';
  message: Message;
  at: Location;
  /** What stands there, in a few words, for a source frame. */
  label?: string;
  trail?: readonly Step[];
  fixes?: readonly Fix[];
  facts?: Readonly<Record<string, string | number | boolean>>;
  /** Where it differs from the rule's own. */
  severity?: Severity;
  statuses?: readonly number[];
  /** The place of a fault that another finding reports: with it repaired, this one is judged anew. */
  explainedBy?: Location;
}

/** A question the rule could not answer. `why` is a sentence. */
export interface UndecidedDraft {
  is: 'undecided';
  why: string;
  at: Location;
}

export type Verdict = FindingDraft | UndecidedDraft;

interface RuleBase {
  /** Names the fault, kebab-case, for ever. */
  id: string;
  /** One line, without a full stop. */
  title: string;
  severity: Severity;
  /** HTTP status codes the fault leads to. */
  statuses: readonly number[];
  /** By name in camelCase. */
  options?: Readonly<Record<string, RuleOption>>;
}

interface ServiceRule extends RuleBase {
  scope: 'service';
  appliesTo(service: Service): boolean;
  check(service: Service, deployment: Deployment, options: OptionValues): AsyncIterable<Verdict>;
}

interface PlatformFileRule extends RuleBase {
  scope: 'platformFile';
  appliesTo(file: PlatformFile): boolean;
  check(file: PlatformFile, deployment: Deployment, options: OptionValues): AsyncIterable<Verdict>;
}

export type Rule = ServiceRule | PlatformFileRule;

/** Gives a rule its types. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
