import { capital, code } from '../../src/deployment/prose.js';
import type { Message, Severity } from '../../src/model/finding.js';
import type { Problem } from '../../src/model/platform-file.js';

/** By what the platform does with it: what it refuses is an error, what works all the same is a note. */
export function severityOf({ effect }: Problem): Severity {
  if (effect === undefined) return 'error';
  return effect === 'none' ? 'note' : 'warning';
}

/** The message about a problem in a file of the platform `title`. */
export function messageOf(problem: Problem, title: string): Message {
  const words = wordsOf(problem, title);
  return {
    found: words.found,
    effect: words.effect ?? effectOf(problem, title),
    remedy: problem.remedy ?? words.remedy,
  };
}

function effectOf({ effect }: Problem, title: string): string {
  switch (effect) {
    case 'unclear':
      return `${title} may refuse the file, or deploy without it.`;
    case 'lost':
      return 'What needs it goes without.';
    case 'none':
      return 'It changes nothing.';
    default:
      return `${title} does not accept this, so the file cannot be deployed.`;
  }
}

interface Words {
  found: string;
  remedy: string;
  /** Where the general sentence does not fit. */
  effect?: string;
}

function wordsOf(problem: Problem, title: string): Words {
  const owner = ownerOf(problem);
  switch (problem.problem) {
    case 'unread':
      if (problem.reason === 'too-large') {
        return {
          found: `The file ${problem.at.file} ${problem.why}.`,
          effect: 'That is more than lint-deploy reads, so nothing in it is checked.',
          remedy: 'It may well be right: check it by other means.',
        };
      }
      return {
        found: `The file ${problem.at.file} ${problem.why}.`,
        effect: 'Nothing in it is checked.',
        remedy: 'Make it a text file that can be read.',
      };
    case 'syntax':
      return {
        found: problem.why,
        effect: `${title} cannot read the file, so nothing in it is deployed.`,
        remedy: 'Correct the YAML here.',
      };
    case 'wrong-type':
      if (problem.key === '' && problem.got === 'nothing')
        return { found: `${capital(owner)} is empty.`, remedy: `Write ${problem.expected}.` };
      return {
        found: `${keyOf(problem)} holds ${problem.got}, not ${problem.expected}.`,
        remedy: `Write ${problem.expected}.`,
      };
    case 'unquoted':
      return {
        found: `${keyOf(problem)} is the plain value ${code(problem.value)}, which YAML reads as ${problem.reads}.`,
        effect: `${title} takes text here, and a strict reader refuses anything else.`,
        remedy: `Quote it: ${code(`"${problem.value}"`)}.`,
      };
    case 'unknown-key':
      return { found: `${capital(owner)} has the unknown key ${code(problem.key)}.`, remedy: remedyForKey(problem) };
    case 'misplaced-key':
      return {
        found: `${capital(owner)} has ${code(problem.key)}, a key of ${problem.belongs}.`,
        remedy: 'Move it there, or remove it.',
      };
    case 'repeated-key':
      return {
        found: `${capital(owner)} has the key ${code(problem.key)} twice; the first is on line ${problem.first.range.start.line}.`,
        effect: 'A strict reader refuses the file, any other keeps only the last.',
        remedy: 'Keep one of the two.',
      };
    case 'repeated-variable':
      return {
        found: `${capital(owner)} sets the variable ${code(problem.key)} twice; the first is on line ${problem.first.range.start.line}.`,
        effect: 'Only one of the two can take effect.',
        remedy: 'Keep one of the two.',
      };
    case 'missing-key':
      return {
        found: `${capital(owner)} has no ${code(problem.key)}.`,
        remedy: `Add ${code(problem.key)}${oneOf(problem.allowed)}.`,
      };
    case 'refused-value':
      return {
        found: `${keyOf(problem)} is ${code(problem.value)}, which ${title} does not know.`,
        remedy:
          problem.meant === undefined
            ? `Take another value${oneOf(problem.allowed)}.`
            : `Write ${code(problem.meant)}.`,
      };
    case 'out-of-limit':
      return {
        found: `${keyOf(problem)} is ${code(problem.value)}; it must be ${problem.limit}.`,
        remedy: 'Change the value.',
      };
    case 'conflict':
      return {
        found: `${capital(owner)} has ${code(problem.key)} together with ${code(problem.other)}. ${problem.because}`,
        remedy: 'Change or remove one of them.',
      };
    case 'unfit-source':
      return {
        found: `${capital(owner)} takes its value from ${code(problem.key)}. ${problem.because}`,
        effect: 'What connects to this address fails.',
        remedy: 'Take it from what its name means.',
      };
    case 'unresolved-reference':
      return {
        found: `${capital(owner)} refers to the ${problem.to} ${code(problem.name)}, which no file here declares.`,
        effect: `Unless the workspace has it already, ${title} cannot resolve the reference.`,
        remedy: 'Declare it, or correct the name.',
      };
    case 'wrong-reference':
      return {
        found: `${capital(owner)} refers to ${code(problem.name)} as a ${problem.expected}, but it is declared as a ${problem.got}.`,
        remedy: `Refer to it as a ${problem.got}, or declare it as a ${problem.expected}.`,
      };
    case 'duplicate-name':
      return {
        found: `The name ${code(problem.name)} is given twice; the first is on line ${problem.first.range.start.line}.`,
        remedy: 'Rename one of the two.',
      };
    case 'deprecated':
      return {
        found: `${code(problem.value === undefined ? problem.key : `${problem.key}: ${problem.value}`)} of ${owner} is deprecated.`,
        effect: problem.keptOnly
          ? `${title} keeps it where it is in use, and accepts it for nothing new.`
          : `${title} still accepts it.`,
        remedy: `Write ${code(problem.replacement)}.`,
      };
    case 'ignored':
      return { found: `${code(problem.key)} of ${owner} has no effect. ${problem.because}`, remedy: 'Remove it.' };
    case 'placeholder':
      return {
        found: `${keyOf(problem)} is still ${code(problem.value)}.`,
        effect: 'What uses it fails until it is filled in.',
        remedy: 'Replace it with the real value.',
      };
    case 'file-name':
      return {
        found: `The file is not named ${problem.expected}.`,
        effect: `${title} reads ${problem.expected}, unless another path is chosen in the dashboard.`,
        remedy: `Rename it to ${problem.expected}.`,
      };
  }
}

function remedyForKey({ meant, allowed }: Extract<Problem, { problem: 'unknown-key' }>): string {
  if (meant !== undefined) return `Write ${code(meant)}.`;
  // A long list of keys helps no one.
  return allowed.length > 0 && allowed.length <= 8
    ? `Remove it; the keys here are ${allowed.map(code).join(', ')}.`
    : 'Remove it.';
}

function oneOf(allowed: readonly string[]): string {
  return allowed.length > 0 && allowed.length <= 12 ? `: ${allowed.map(code).join(', ')}` : '';
}

function ownerOf({ owner }: Problem): string {
  return owner === '' ? 'the file' : `the ${owner}`;
}

function keyOf(problem: Problem & { key: string }): string {
  if (problem.key === '') return capital(ownerOf(problem));
  return problem.owner === '' ? code(problem.key) : `${code(problem.key)} of ${ownerOf(problem)}`;
}
