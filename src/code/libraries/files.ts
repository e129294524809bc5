import { join } from '../../repository/paths.js';
import { parseJson } from '../../syntax/json.js';
import type { Library, Machine } from '../run/machine.js';
import { jsonValue } from '../run/modules.js';
import { isNullish, pathOfExternal, textIn, type JsValue } from '../run/values.js';

/** `JSON.parse(fs.readFileSync(path))` of a file that the repository has. */
export const files: Library = ({ path, args: [text, reviver] }, machine) => {
  const name = path?.join('.') ?? '';
  if (/^fs-extra\.read(?:Json|JSON)(?:Sync)?$/.test(name)) return dataOf(machine, text);
  if (name !== '.JSON.parse') return undefined;
  // A function may give other values than those in the file.
  if (!text || (reviver && isNullish(reviver) !== true)) return undefined;
  return dataOf(machine, fileRead(text));
};

const READING = /^(?:fs|fs-extra|graceful-fs)\.(?:promises\.)?readFile(?:Sync)?$|^fs\/promises\.readFile$/;

/** The file whose content a value is, also behind `.toString()`. */
function fileRead(value: JsValue): JsValue | undefined {
  if (value.is !== 'external' || value.origin.by !== 'call') return undefined;
  const { callee, args } = value.origin.call;
  if (callee.is !== 'external') return undefined;
  if (callee.origin.by === 'member' && callee.origin.name === 'toString') return fileRead(callee.origin.of);
  return READING.test(pathOfExternal(callee)?.join('.') ?? '') ? args[0] : undefined;
}

function dataOf(machine: Machine, path: JsValue | undefined): JsValue | undefined {
  const text = textIn(path);
  const file = path?.is === 'path' ? path.path : text === undefined ? undefined : join(machine.folder, text);
  const source = file === undefined ? undefined : machine.repository.read(file);
  const json = source?.is === 'text' && file !== undefined ? parseJson(source.text, file) : undefined;
  return json && jsonValue(json);
}
