import { join } from 'node:path';
import { deployed } from './platform.js';
import { findingsIn, layOut, repair, serviceIn } from './project.js';
import type { Reproduction } from './reproduction.js';
import { versionOf, type Tools } from './tools.js';
import { count, type Visit } from './visits.js';

/** What visitors got of a service. */
interface Tally {
  asked: number;
  failed: number;
  /** What the app listened on; empty where it listens nowhere, and for a static site. */
  listens: readonly string[];
  /** The other statuses that came. */
  others: readonly number[];
}

export interface Result {
  rule: string;
  title: string;
  status: number;
  /** The place of the fault, as the rule tells it. */
  found: string;
  /** How it was repaired. */
  repair: string;
  versions: readonly string[];
  /** YYYY-MM-DD */
  date: string;
  before: Tally;
  after: Tally;
}

/**
 * Runs a service with its fault, repairs it as its rule tells, and runs it again.
 *
 * @throws {Error} if that does not show what the rule says
 */
export async function reproduce(folder: string, rule: string, reproduction: Reproduction, all: Tools): Promise<Result> {
  const { title, status, versions, isNewer } = reproduction;
  const tools = isNewer === true ? { ...all, ...all.newer } : all;
  layOut(folder, reproduction);
  const findings = await findingsIn(folder, rule, reproduction);
  const [first] = findings;
  if (!first) throw new Error(`${rule} finds nothing.`);
  if (!first.statuses.includes(status))
    throw new Error(`${rule} does not claim ${status}, but ${first.statuses.join()}.`);
  const visit = reproduction.visit();
  const before = await tallied(folder, reproduction, tools, visit);
  // Nothing of the first build may be left for the second.
  layOut(folder, reproduction);
  repair(folder, findings, reproduction.repair);
  const left = await findingsIn(folder, rule, reproduction);
  if (left.length > 0) throw new Error(`${rule} still finds: ${left.map(({ message }) => message.found).join(' ')}`);
  const after = await tallied(folder, reproduction, tools, visit);
  const result = {
    rule,
    title,
    status,
    found: `${first.at.file}:${first.at.range.start.line}`,
    repair: repairOf(reproduction),
    versions: versions.map((name) => versionOf(name, tools)),
    date: new Date().toISOString().slice(0, 10),
    before: before.tally,
    after: after.tally,
  };
  const why = doubt(result);
  if (why !== undefined) throw new Error(`${why}\n  before: ${before.said}\n  after: ${after.said}`);
  return result;
}

interface Tallied {
  tally: Tally;
  /** The end of what the app wrote. */
  said: string;
}

async function tallied(folder: string, reproduction: Reproduction, tools: Tools, visit: Visit): Promise<Tallied> {
  const service = await serviceIn(folder, reproduction);
  return deployed({ folder, reproduction, tools }, service, async (site) => {
    const answers = await visit(site);
    const others = [...new Set(answers)].filter((each) => each !== reproduction.status).sort();
    // The port that the platform gave is another each time.
    const listens = site.listens.map(({ host, port }) => `${host}:${port === site.appPort ? 'PORT' : port}`);
    const tally = {
      asked: answers.length,
      failed: count(answers, reproduction.status),
      listens: [...new Set(listens)],
      others,
    };
    return { tally, said: site.app?.output() ?? '' };
  });
}

function repairOf({ repair: how }: Reproduction): string {
  if (how === 'safe') return '`--fix`';
  return how === 'unsafe' ? '`--fix=unsafe`' : how.told;
}

/** Why a result does not show what the rule says; undefined where it does. */
function doubt({ before, after, status }: Result): string | undefined {
  if (before.failed === 0) return `no ${status} while the fault is there, but ${before.others.join(', ')}`;
  if (after.failed > 0) return `${after.failed} of ${after.asked} are still answered ${status}`;
  const bad = after.others.filter((each) => each < 200 || each >= 400);
  return bad.length > 0 ? `repaired, it answers ${bad.join(', ')}` : undefined;
}

/** A folder where npm's packages are found, or one where they are not. */
export function folderOf(rule: string, { title, installs }: Reproduction, root: string, tools: Tools): string {
  const name = `${rule} ${title}`.replace(/\W+/g, '-');
  return installs === true ? join(root, 'alone', name) : join(tools.root, name);
}
