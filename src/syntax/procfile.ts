import type { Location } from '../model/location.js';
import { linesOf } from './lines.js';

/** One line of a Procfile. */
export interface ProcfileEntry {
  process: string;
  processAt: Location;
  command: string;
  commandAt: Location;
}

/** `name: command`, one a line (https://devcenter.heroku.com/articles/procfile#procfile-format). Other lines say nothing. */
const ENTRY = /^([A-Za-z0-9_-]+):[ \t]*(\S.*)$/gm;

export function parseProcfile(text: string, file: string): readonly ProcfileEntry[] {
  const lines = linesOf(file, text);
  return Array.from(text.matchAll(ENTRY), (match) => {
    const [whole, process = '', written = ''] = match;
    const command = written.trimEnd();
    const from = match.index + whole.indexOf(command, process.length + 1);
    return {
      process,
      processAt: lines.location(match.index, match.index + process.length),
      command,
      commandAt: lines.location(from, from + command.length),
    };
  });
}
