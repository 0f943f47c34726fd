import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { BundledPaper } from '../../src/demo/bundled.ts';
import type { Paper } from '../../src/demo/standin/paper.ts';
import type { Snapshot } from '../../src/snapshot/snapshot.ts';
import { decodeSnapshot } from '../../src/snapshot/codec.ts';
import { MORNINGS, snapshotFile, watchedFolder } from '../support/watch.ts';

const ID = 'XV/2022-jaarverslag';

/** One edition alone, with its XML changed. */
function withXml(
  change: (xml: string) => string,
): (all: readonly BundledPaper[]) => readonly Paper[] {
  return (all) =>
    all
      .filter(({ edition }) => edition.id === ID)
      .map((paper) => ({
        ...paper,
        readXml: async () => {
          const bytes = (await paper.readXml?.()) ?? new Uint8Array();
          return new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
        },
      }));
}

function snapshotIn(folder: string): Snapshot {
  const path = snapshotFile(folder, ID);
  return decodeSnapshot(readFileSync(path, 'utf8'), path);
}

describe('the XML edition beside a PDF', () => {
  test('that says the same leaves no trace but its hash', async () => {
    const { folder, check } = await watchedFolder({ papers: withXml((xml) => xml) });
    const { errors } = await check(MORNINGS[ID]);
    expect(errors).toEqual([]);
    const { notices, print } = snapshotIn(folder);
    expect(notices).toEqual([]);
    expect(print.xml?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(print.xml?.url).toMatch(/kst-36360-XV-1\.xml$/u);
  });

  test('that says something else is told with both texts; the PDF stays the record', async () => {
    const papers = withXml((xml) => xml.replace('>Lopend<', '>Te starten<'));
    const { folder, check } = await watchedFolder({ papers });
    const { errors } = await check(MORNINGS[ID]);
    expect(errors).toEqual([]);
    const { notices, studies } = snapshotIn(folder);
    const study = studies.find(({ status }) => status === 'lopend');
    expect(study?.place.page).toBe(12);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ kind: 'readings-differ', place: study?.place });
    expect(notices[0]?.message).toMatch(/“Lopend”.+“Te starten”/u);
  });

  test.each([
    ['of another paper', (xml: string) => xml.replace('36 360', '36 361'), /says dossier 36361/u],
    ['cut short', (xml: string) => xml.slice(0, xml.length / 2), /no well-formed XML/u],
    [
      'a shell',
      () => '<officiele-publicatie><metadata/></officiele-publicatie>',
      /no official paper/u,
    ],
  ])('that is %s is a notice, and no failure', async (_, change, says) => {
    const { folder, check } = await watchedFolder({ papers: withXml(change) });
    const { errors, editions } = await check(MORNINGS[ID]);
    expect(errors).toEqual([]);
    expect(editions.find(({ id }) => id === ID)?.outcome).toBe('new');
    const { notices, print } = snapshotIn(folder);
    expect(notices.map(({ kind }) => kind)).toEqual(['xml-not-read']);
    expect(notices[0]?.message).toMatch(says);
    expect(print).not.toHaveProperty('xml');
  });

  test.each(['404', 'html-200', 'truncated', '403'] as const)(
    'that the server answers with %s is a notice, and no failure',
    async (fault) => {
      const { folder, check, standin } = await watchedFolder({ papers: withXml((xml) => xml) });
      standin.fail({ match: 'xml', as: fault, times: 9 });
      const { errors, editions } = await check(MORNINGS[ID]);
      expect(errors).toEqual([]);
      expect(editions.find(({ id }) => id === ID)?.outcome).toBe('new');
      expect(snapshotIn(folder).notices.map(({ kind }) => kind)).toEqual(['xml-not-read']);
    },
  );
});
