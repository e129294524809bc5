import { followedOf } from '../followed.js';
import { outputsOf, type BuildStep, type Outputs } from '../outputs/outputs.js';
import { stepsOf } from '../outputs/service.js';
import type { ImageFiles } from './files.js';
import { seenFrom } from '../seen-from.js';
import { followRun } from './runs.js';

/** What the RUN commands of a stage leave; paths are those of its image, without the slash in front. */
function stageOutputs(files: ImageFiles): Promise<Outputs> {
  const before = known.get(files);
  if (before) return before;
  const outputs = readOutputs(files);
  known.set(files, outputs);
  return outputs;
}

const known = new WeakMap<ImageFiles, Promise<Outputs>>();

async function readOutputs(files: ImageFiles): Promise<Outputs> {
  const steps: BuildStep[] = [];
  for (const run of files.runs) steps.push(...stepsOf(followedOf(await followRun(run))).map(withinImage));
  return outputsOf(files, steps);
}

/** A step whose absolute paths, of the image, are seen from the folder it runs in: what it makes may lie anywhere. */
function withinImage(step: BuildStep): BuildStep {
  if (step.is === 'gap') return step;
  const seen = (word: string | undefined): string | undefined => {
    const [, option = '', path] = /^(--?\w[\w-]*=)?\/+(.*)$/s.exec(word ?? '') ?? [];
    return path === undefined ? word : `${option}${seenFrom(step.folder, path, false) || '.'}`;
  };
  const [program, ...rest] = step.words;
  return { ...step, words: [program, ...rest.map(seen)], ...(step.writes && { writes: step.writes.map(seen) }) };
}

/** Whether a command made what stands at a path of an image: in its own stage, or in one that it is copied from. */
export interface MadeInImage {
  state: 'yes' | 'no' | 'unknown';
  /** Why that is unknown, a clause. */
  why?: string;
  /** What is made in the stage that was asked last, and the path it was asked for there. */
  outputs: Outputs;
  path: string;
  files: ImageFiles;
}

/** `endings`: what a program adds to the path, such as `.js`. */
export function madeInImage(files: ImageFiles, path: string, endings: readonly string[] = []): Promise<MadeInImage> {
  const answers = asked.get(files) ?? new Map<string, Promise<MadeInImage>>();
  asked.set(files, answers);
  const key = [path, ...endings].join('\0');
  const answer = answers.get(key) ?? findMade(files, path, endings);
  answers.set(key, answer);
  return answer;
}

/** Stages that take the same path from one another on several ways would be asked once for each of the ways. */
const asked = new WeakMap<ImageFiles, Map<string, Promise<MadeInImage>>>();

async function findMade(files: ImageFiles, path: string, endings: readonly string[]): Promise<MadeInImage> {
  const outputs = await stageOutputs(files);
  const own: MadeInImage = { state: outputs.has(path, endings), outputs, path, files };
  if (own.state === 'yes') return own;
  const why = own.state === 'unknown' ? outputs.unknown(path)?.why : undefined;
  let found: MadeInImage = why === undefined ? own : { ...own, why };
  for (const ending of ['', ...endings]) {
    for (const source of files.stagesOf(`${path}${ending}`)) {
      const inner = await madeInImage(source.files, source.path, ending === '' ? endings : []);
      if (inner.state === 'yes') return inner;
      const state = found.state === 'unknown' ? 'unknown' : inner.state;
      // A stage that makes something tells more than one that only takes it.
      const keeps = ending !== '' || (makesAnything(found) && !makesAnything(inner));
      found = { ...(keeps ? found : inner), state };
    }
  }
  return found;
}

function makesAnything({ outputs }: MadeInImage): boolean {
  return outputs.files.length > 0 || outputs.folders.length > 0;
}
