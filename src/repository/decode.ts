import type { SourceText } from './repository.js';

type Encoding = SourceText['encoding'];

/** Byte order marks: Unicode 16.0, section 23.8, table 23-5. */
const MARKS: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * The text in these bytes: UTF-8, or what a byte order mark says. Undefined where they are no text, that is, where it
 * holds a NUL character. UTF-16 without a mark is therefore no text, nor is UTF-32.
 */
export function decode(bytes: Uint8Array): SourceText | undefined {
  const mark = MARKS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? 'utf-8';
  const exact = decodeExactly(encoding, bytes);
  const text = exact ?? new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) return undefined;
  return { is: 'text', text, encoding, bom: mark !== undefined, lossy: exact === undefined };
}

/** Undefined where some bytes are not valid. A TextDecoder leaves out the mark of its encoding. */
function decodeExactly(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
