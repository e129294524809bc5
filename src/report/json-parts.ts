import type { ServiceLabel, Step } from '../model/finding.js';
import type { Location, Position } from '../model/location.js';
import type { Notification } from '../model/report.js';
import { reportedPath, type ReportContext } from './context.js';
import { shown } from './shown.js';

/** The address of a schema that is shipped, by its name. */
export function schemaOf({ homepage }: Pick<ReportContext, 'homepage'>, name: 'report' | 'trace'): string {
  const raw = homepage.replace('https://github.com/', 'https://raw.githubusercontent.com/');
  return `${raw}/main/schema/${name}.json`;
}

/** Writes what the JSON formats have in common, each key by its name. */
export function partsOf(uriPrefix: string) {
  const path = (file: string): string => reportedPath(file, uriPrefix);
  const place = ({ file, range }: Location) => ({
    file: path(file),
    start: positionOf(range.start),
    end: positionOf(range.end),
  });
  return {
    path,
    place,
    label: ({ name, kind, platform, at }: ServiceLabel) => ({ name: shown(name), kind, platform, at: place(at) }),
    step: ({ words, at }: Step) => ({ words: shown(words), at: place(at) }),
    notification: ({ id, level, message, at, rule }: Notification) => ({
      id,
      level,
      message: shown(message),
      ...(at && { at: place(at) }),
      ...(rule !== undefined && { rule }),
    }),
  };
}

function positionOf({ line, column, offset }: Position): Position {
  return { line, column, offset };
}
