import fc from 'fast-check';
import { planFixes } from '../../src/fixes/plan.js';
import {
  githubReport,
  jsonReport,
  junitReport,
  lint,
  markdownReport,
  memoryRepository,
  rdjsonReport,
  sarifReport,
  textReport,
  trace,
} from '../../src/index.js';
import type { Location } from '../../src/model/location.js';
import { mutated } from './mutation.js';
import { REPOSITORIES, syntaxOf, textsOf, WORDS, type Files, type Syntax } from './texts.js';

/** Names that take a file away from where it is looked for, or put one where none is expected. */
const NAMES = [
  'Dockerfile',
  'package.json',
  'render.yaml',
  'a/render.yaml',
  'server.js',
  'start.sh',
  'Procfile',
  'tsconfig.json',
];

/** Fixtures with some files mutated, dropped, copied to other names or turned into links. */
export function mutatedRepository(): fc.Arbitrary<Files> {
  const texts = new Map<Syntax, fc.Arbitrary<string>>();
  const textLike = (path: string): fc.Arbitrary<string> => {
    const syntax = syntaxOf(path) ?? 'shell';
    const known = texts.get(syntax) ?? mutated(textsOf(syntax), WORDS[syntax]);
    texts.set(syntax, known);
    return known;
  };
  return fc.constantFrom(...REPOSITORIES).chain((files) => changed(files, textLike));
}

function changed(files: Files, textLike: (path: string) => fc.Arbitrary<string>): fc.Arbitrary<Files> {
  const path = fc.constantFrom(...Object.keys(files));
  const own = path.chain((file) =>
    mutated([files[file] ?? ''], WORDS[syntaxOf(file) ?? 'shell']).map((text) => ({ [file]: text })),
  );
  const other = path.chain((file) => textLike(file).map((text) => ({ [file]: text })));
  const named = fc.constantFrom(...NAMES).chain((file) => textLike(file).map((text) => ({ [file]: text })));
  const dropped = fc.array(path, { maxLength: 1 });
  const additions = fc.array(fc.oneof({ weight: 5, arbitrary: own }, other, named), { minLength: 1, maxLength: 3 });
  return fc.tuple(dropped, additions).map(([gone, added]) => {
    const kept = Object.entries(files).filter(([name]) => !gone.includes(name));
    return Object.fromEntries([...kept, ...added.flatMap((each) => Object.entries(each))]);
  });
}

/** What is wrong with what lint-deploy makes of a repository, in words; nothing where all is well. */
export async function faultsOf(files: Files): Promise<readonly string[]> {
  const repository = memoryRepository(files);
  const { report, context } = await lint(repository);
  const crashes = report.notifications.filter(({ id }) => id.endsWith('-crash')).map(({ message }) => message);
  const places = [...report.findings, ...report.undecided].flatMap(({ at }) => placeFaults(at, files));
  planFixes(report.findings, 'unsafe', (file) => context.source(file));
  textReport(report, context, { colour: false, quiet: false, verbose: true, width: 100 });
  for (const write of [sarifReport, jsonReport, githubReport, markdownReport, rdjsonReport, junitReport])
    write(report, context);
  await trace(repository);
  return [...crashes, ...places];
}

function placeFaults({ file, range }: Location, files: Files): readonly string[] {
  const text = files[file];
  if (text === undefined) return [`a place in ${file}, which is not there`];
  const { start, end } = range;
  const isInside = start.offset >= 0 && start.offset <= end.offset && end.offset <= text.length;
  return isInside ? [] : [`a place outside of ${file}: ${String(start.offset)} to ${String(end.offset)}`];
}
