import { describe, expect, it } from 'vitest';
import { componentTags, scriptElements } from '../../src/syntax/html.js';

function sources(text: string): (string | undefined)[] {
  return scriptElements(text).map(({ attributes }) => attributes.get('src')?.value);
}

describe('scriptElements', () => {
  it('marks scripts that stand in a template', () => {
    const text =
      '<template><script src=a></script></template><noscript><script src=b></script></noscript><script src=c>';
    expect(scriptElements(text).map(({ inert }) => inert)).toEqual([true, true, false]);
  });

  it('reads attributes however they are quoted, with the place of their value', () => {
    const text =
      '<script type=module src=/a.js></script><SCRIPT SRC = "/b.js" async></SCRIPT><script src=\'/c.js\'/></script>';
    expect(sources(text)).toEqual(['/a.js', '/b.js', '/c.js']);
    for (const { attributes } of scriptElements(text)) {
      const src = attributes.get('src');
      expect(text.slice(src?.start, src?.end)).toBe(src?.value);
    }
  });

  it('gives the content of a script', () => {
    const text = '<script>let a = "</div>";</script>';
    expect(scriptElements(text).map(({ start, end }) => text.slice(start, end))).toEqual(['let a = "</div>";']);
  });

  it('leaves out comments and tags that only begin alike', () => {
    expect(sources('<!-- <script src="/a.js"></script> --><scripts src="/b.js"></scripts>')).toEqual([]);
  });

  it('ends what is never closed at the end of the text', () => {
    const [script] = scriptElements('<script>let a');
    expect(script).toMatchObject({ start: 8, end: 13 });
    expect(scriptElements('<script src="/a.js')).toHaveLength(1);
    expect(scriptElements('<!-- <script>')).toEqual([]);
  });

  it('takes time linear in the text', () => {
    scriptElements('<script a="'.repeat(50_000));
    scriptElements('<script '.repeat(50_000));
    scriptElements('</'.repeat(200_000));
  });
});

describe('componentTags', () => {
  it('gives the components, not the elements', () => {
    expect([...componentTags('<div><Router url={a < B}/><Lib.Link></Lib.Link></div>')]).toEqual(['Router', 'Lib.Link']);
  });
});
