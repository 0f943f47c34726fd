import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isFailure } from '../../src/failure/failure.ts';
import { createMarkupReader } from '../../src/markup/reader.ts';
import type { MarkupLimits } from '../../src/markup/reader.ts';
import { parseMarkup } from '../../src/markup/parse.ts';
import { descendants, textIn } from '../../src/page/markup.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function failureOf(bytes: Uint8Array, limits?: Partial<MarkupLimits>): Promise<string> {
  try {
    await createMarkupReader(limits).readMarkup(bytes, 'kst.xml');
  } catch (error) {
    if (!isFailure(error)) throw error;
    return /^kst\.xml: .+\. .+\.$/u.test(error.message) ? error.kind : error.message;
  }
  return 'none';
}

describe('the XML of a paper', () => {
  it('keeps elements, attributes and mixed content in order, blanks included', async () => {
    const xml =
      '<?xml version="1.0" encoding="utf-8"?><op:al xmlns:op="x" nr="010">een <b>twee</b> <i>d&amp;e</i>&#233;<?xpp hy?>n<!-- niets --> <![CDATA[<x>]]><leeg/></op:al>';
    const root = await createMarkupReader().readMarkup(encode(xml), 'kst.xml');
    expect(root.name).toBe('al');
    expect(root.attributes['nr']).toBe('010');
    expect(textIn(root)).toBe('een twee d&eén <x>');
    expect(descendants(root, 'leeg')).toHaveLength(1);
  });

  it.each([
    ['UTF-16 with a byte order mark', Buffer.from('\ufeff<a>é</a>', 'utf16le')],
    ['UTF-8 with a byte order mark', encode('\ufeff<a>é</a>')],
    [
      'an encoding that it declares',
      Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>', 'latin1'),
    ],
  ])('reads %s', (_, bytes) => {
    const parsed = parseMarkup(bytes);
    expect('root' in parsed && textIn(parsed.root)).toBe('é');
  });

  it.each([
    ['nothing', '', 'damaged-xml'],
    ['text', 'Bijlage 3', 'damaged-xml'],
    ['a file that stops', '<a><al>Titel', 'damaged-xml'],
    ['tags that cross', '<a><b></a></b>', 'damaged-xml'],
    ['two roots', '<a/><b/>', 'damaged-xml'],
    ['a web page', '<!DOCTYPE html><html><body>502</body></html>', 'html-instead-of-pdf'],
    [
      'a web page as XML',
      '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
      'html-instead-of-pdf',
    ],
    [
      'entities that expand without end',
      '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>',
      'damaged-xml',
    ],
    [
      'an entity that names a file',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      'damaged-xml',
    ],
    ['elements 50,000 deep', '<a>'.repeat(50_000) + '</a>'.repeat(50_000), 'limit-exceeded'],
  ])('refuses %s', async (_, text, kind) => {
    expect(await failureOf(encode(text))).toBe(kind);
  });

  it('refuses bytes that are not of the stated encoding', async () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="utf-8"?><a>é</a>', 'latin1');
    expect(await failureOf(bytes)).toBe('damaged-xml');
  });

  it('ends within its limits of size, time and memory', async () => {
    const many = encode(`<a>${'<al>x</al>'.repeat(400_000)}</a>`);
    expect(await failureOf(many, { bytes: 1000 })).toBe('limit-exceeded');
    expect(await failureOf(many, { seconds: 0.05 })).toBe('limit-exceeded');
    expect(await failureOf(many, { megabytes: 32 })).toBe('limit-exceeded');
  });

  const real = new URL('../../../shared/real/xml/', import.meta.url);
  const files = ((): readonly string[] => {
    try {
      return readdirSync(real).filter((name) => /^wetsuite-st.*\.xml$/u.test(name));
    } catch {
      return [];
    }
  })();
  it.skipIf(files.length === 0)('reads real publications (../shared/real/xml)', () => {
    for (const name of files) {
      const parsed = parseMarkup(readFileSync(new URL(name, real)));
      expect('root' in parsed && parsed.root.name).toBe('officiele-publicatie');
    }
  });
});
