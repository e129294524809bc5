import { createHash, type Hash } from 'node:crypto';
import type { TreeSource } from './tree.js';

/** The names of what a tree can be asked. */
export const ABOUT = [
  'list',
  'lacks',
  'isFlat',
  'linkTarget',
  'bytes',
  'executable',
] as const satisfies readonly About[];
type About = keyof TreeSource;

/** What a tree can be asked, and the path that it is asked about. */
export type Question = readonly [about: About, path: string];

/** The questions that were asked, each once, and a digest of the answers to them in this order. */
export interface Answers {
  questions: readonly Question[];
  digest: string;
}

/** The same source, and what it answered so far. */
export function listening(source: TreeSource): { source: TreeSource; answers: () => Answers } {
  const asked = new Map<string, Question>();
  const digest = createHash('sha256');
  const hear = <A extends Answer>(about: About, path: string, answer: A): A => {
    const question = `${about} ${path}`;
    if (!asked.has(question)) {
      asked.set(question, [about, path]);
      add(digest.update(JSON.stringify(question)), answer);
    }
    return answer;
  };
  return {
    source: {
      list: (folder) => hear('list', folder, source.list(folder)),
      lacks: (path) => hear('lacks', path, source.lacks(path)),
      isFlat: (folder) => hear('isFlat', folder, source.isFlat(folder)),
      linkTarget: (link) => hear('linkTarget', link, source.linkTarget(link)),
      bytes: (file) => hear('bytes', file, source.bytes(file)),
      executable: (file) => hear('executable', file, source.executable(file)),
    },
    answers: () => ({ questions: [...asked.values()], digest: digest.copy().digest('hex') }),
  };
}

/** Whether a source answers the same questions in the same way. */
export function answersAlike(source: TreeSource, { questions, digest }: Answers): boolean {
  const { source: heard, answers } = listening(source);
  for (const [about, path] of questions) heard[about](path);
  return answers().digest === digest;
}

type Answer = ReturnType<TreeSource[About]>;

/** Adds an answer, and where it ends, so that no two rows of answers look alike. */
function add(digest: Hash, answer: Answer): void {
  if (typeof answer !== 'object') digest.update(JSON.stringify([answer]));
  else if (answer.is === 'bytes') digest.update(JSON.stringify([answer.bytes.length])).update(answer.bytes);
  else if (answer.is === 'entries')
    digest.update(JSON.stringify(answer.entries.map(({ name, is }) => `${name}/${is}`).sort()));
  else digest.update(JSON.stringify(answer));
}
