/** One attribute of a tag. `value` is empty where none is written; the offsets are those of the value. */
interface Attribute {
  value: string;
  start: number;
  end: number;
}

/** A `<script>` element: its attributes by lower-case name and the offsets of its content. */
export interface ScriptElement {
  attributes: ReadonlyMap<string, Attribute>;
  /** It stands inside a `<template>` or `<noscript>`, so on a page it does not run. */
  inert: boolean;
  start: number;
  end: number;
}

/**
 * The script elements of an HTML page or of a single-file component (.vue, .svelte), comments left out.
 * A script that is never closed runs to the end of the text. Takes time linear in the text.
 */
export function scriptElements(text: string): readonly ScriptElement[] {
  const scripts: ScriptElement[] = [];
  let at = 0;
  let holders = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open === -1) return scripts;
    if (text.startsWith('<!--', open)) {
      const close = text.indexOf('-->', open + 4);
      if (close === -1) return scripts;
      at = close + 3;
    } else if (isTag(text, open, '<script')) {
      const { attributes, end: start } = readAttributes(text, open + '<script'.length);
      const end = closingTag(text, start);
      scripts.push({ attributes, inert: holders > 0, start, end });
      at = end + 1;
    } else {
      if (HOLDERS.some((tag) => isTag(text, open, `<${tag}`))) holders++;
      else if (holders > 0 && HOLDERS.some((tag) => isTag(text, open, `</${tag}`))) holders--;
      at = open + 1;
    }
  }
}

/** Elements whose content is no part of the page. */
const HOLDERS = ['template', 'noscript'];

/** Whether a script's type is one of code that runs, not of data or templates. */
export function isScriptType(type: string): boolean {
  return /^(?:|module|(?:text|application)\/(?:javascript|typescript|babel|jsx))$/i.test(type);
}

function isTag(text: string, at: number, tag: string): boolean {
  if (text.slice(at, at + tag.length).toLowerCase() !== tag) return false;
  return /[\s/>]/.test(text.charAt(at + tag.length));
}

function closingTag(text: string, from: number): number {
  for (let at = text.indexOf('</', from); at !== -1; at = text.indexOf('</', at + 2)) {
    if (isTag(text, at, '</script')) return at;
  }
  return text.length;
}

const ATTRIBUTE = /[\s/]*([^\s/>=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?/y;

/** The attributes that follow, and the offset behind the tag's `>`. */
function readAttributes(text: string, from: number): { attributes: Map<string, Attribute>; end: number } {
  const attributes = new Map<string, Attribute>();
  let at = from;
  ATTRIBUTE.lastIndex = at;
  for (let match = ATTRIBUTE.exec(text); match; match = ATTRIBUTE.exec(text)) {
    const [, name = '', raw = ''] = match;
    at = ATTRIBUTE.lastIndex;
    const quoted = /^["']/.test(raw);
    const value = quoted ? raw.slice(1, -1) : raw;
    const end = quoted ? at - 1 : at;
    attributes.set(name.toLowerCase(), { value, start: end - value.length, end });
  }
  const close = text.indexOf('>', at);
  return { attributes, end: close === -1 ? text.length : close + 1 };
}

/**
 * Names of the components in the markup of a single-file component: tags that begin with a capital letter,
 * those with a dot included (`<Lib.Router>`).
 */
export function componentTags(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/<([A-Z][\w.]*)/g), ([, name = '']) => name));
}
