import { brief, type Flow, type Place } from '../flow.js';
import { openFollower } from '../follow.js';
import type { RunStep } from './files.js';

/** Follows a command that is run while an image is built; its paths are those of the image. */
export async function followRun({ command, files, folder, environment, at }: RunStep): Promise<Flow> {
  const follower = openFollower(files, { sourceFolder: '', image: { system: undefined } });
  const place: Place = { folder: folder ?? '', environment, steps: [], within: [], conditional: false };
  if (folder === undefined) return follower.gap('the working directory depends on a variable', at, place);
  if (command.is === 'shell') {
    const { text, places } = command;
    return follower.text({ text, places, subject: 'RUN' }, place);
  }
  const step = { at, words: `RUN runs ${brief(command.words.join(' '))}` };
  return follower.command(command.words, at, { ...place, steps: [step] });
}
