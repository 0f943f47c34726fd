import { describe, expect, it } from 'vitest';
import { CHAPTERS, chapterFamily, chapterOf } from '../../src/edition/chapters.ts';

describe('chapters', () => {
  it('knows the ministry of a chapter', () => {
    expect(chapterOf('XV')).toMatchObject({
      abbreviation: 'SZW',
      name: 'Sociale Zaken en Werkgelegenheid',
    });
  });

  it('knows nothing of a chapter that is not in the list', () => {
    expect(chapterOf('XXIV')).toBeNull();
  });

  it('lists each chapter once, fit for an edition id, with words to search by', () => {
    const ids = CHAPTERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, searchWords } of CHAPTERS) {
      expect(id).toMatch(/^[A-Z]{1,5}$/u);
      expect(searchWords.length).toBeGreaterThan(0);
      for (const words of searchWords) expect(words).toMatch(/^[\p{Ll} ]+$/u);
    }
  });

  it('keeps together the chapters of a ministry that was split', () => {
    expect(chapterFamily('XX')).toEqual(['VI', 'XX']);
    expect(chapterFamily('XIII')).toEqual(['XIII', 'XXIII']);
    expect(chapterFamily('XV')).toEqual(['XV']);
  });
});
