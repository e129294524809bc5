import type { Flow } from '../flow.js';
import { seenFrom } from '../seen-from.js';
import type { ImageFiles } from './files.js';

/** What was followed, with absolute paths of the project's own files as they are seen from where each command runs. */
export function withRelativePaths(flow: Flow, files: ImageFiles): Flow {
  const inside = (each: Flow): Flow => withRelativePaths(each, files);
  switch (flow.is) {
    case 'command': {
      const { words, folder } = flow.command;
      return {
        ...flow,
        command: { ...flow.command, words: words.map((word, index) => relative(word, folder, files, index === 0)) },
      };
    }
    case 'sequence':
      return { ...flow, parts: flow.parts.map((part) => ({ ...part, flow: inside(part.flow) })) };
    case 'together':
    case 'pipe':
    case 'either':
      return { ...flow, flows: flow.flows.map(inside) };
    case 'loop':
    case 'detached':
    case 'replaces':
      return { ...flow, flow: inside(flow.flow) };
    default:
      return flow;
  }
}

function relative(word: string | undefined, folder: string, files: ImageFiles, isProgram: boolean): string | undefined {
  if (word?.startsWith('/') !== true) return word;
  const path = word.replace(/^\/+/, '');
  if (!isOwn(path, files)) return word;
  return seenFrom(folder, path, isProgram);
}

/** Whether a path is one of the project's: an instruction put something there, or beside it. */
function isOwn(path: string, files: ImageFiles): boolean {
  if (files.lookup(path).is !== 'missing') return true;
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  return files.foldersOf(folder).length > 0 && !/^(?:usr\/)?s?bin\//.test(path);
}
