import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/demo/standin/paper.ts';
import { isFailure } from '../../src/failure/failure.ts';
import { paperOf, pdfBytes, rewriting, sourceOf, standinOf, wanted } from '../support/source.ts';

const EDITIONS = [
  'XV/2021-jaarverslag',
  'XV/2023-begroting',
  'XV/2022-jaarverslag',
  'XV/2024-begroting',
  'XV/2023-jaarverslag',
];
const PAPERS = EDITIONS.map((id) => paperOf(id));

function fund(id: string, name: string): Paper {
  return paperOf(id, { dossierTitle: `Jaarverslag en slotwet ${name} ${id.slice(2, 6)}` });
}

describe('finding editions over SRU', () => {
  it('finds those whose dossier is not known, among all the papers around them, in one request', async () => {
    const standin = await standinOf(PAPERS);
    const answer = await sourceOf(standin).list(EDITIONS.map((id) => wanted(id)));

    expect(answer.failures).toEqual([]);
    expect(answer.listings.map(({ edition, publication }) => [edition.id, publication])).toEqual([
      ['XV/2021-jaarverslag', 'kst-36100-XV-1'],
      ['XV/2023-begroting', 'kst-36200-XV-2'],
      ['XV/2022-jaarverslag', 'kst-36360-XV-1'],
      ['XV/2024-begroting', 'kst-36410-XV-2'],
      ['XV/2023-jaarverslag', 'kst-36560-XV-1'],
    ]);
    expect(answer.listings[2]).toMatchObject({
      edition: { dossier: '36360', number: '1', year: 2022, phase: 'jaarverslag' },
      title:
        'Jaarverslag en slotwet Ministerie van Sociale Zaken en Werkgelegenheid 2022; Jaarverslag',
      url: `${standin.url}/frbr/officielepublicaties/kst/36360-XV/kst-36360-XV-1/1/pdf/kst-36360-XV-1.pdf`,
      unformatted: false,
      published: '2023-05-17',
    });
    expect(standin.requests).toHaveLength(1);
  });

  it('asks by dossier and number once they are known, all in one request', async () => {
    const standin = await standinOf(PAPERS);
    const known = EDITIONS.map((id) => wanted(id, 'known'));
    const answer = await sourceOf(standin).list(known);

    expect(answer.listings.map(({ edition }) => edition)).toEqual(known);
    expect(standin.requests).toHaveLength(1);
    expect(standin.requests[0]?.query).toContain(
      '(w.dossiernummer=="36360-XV" AND w.ondernummer=="1")',
    );
    expect(standin.requests[0]?.query).not.toContain('dt.title');
  });

  it('lists nothing of an edition that is not published yet, and is no failure', async () => {
    const standin = await standinOf(PAPERS, { now: new Date('2023-05-16T12:00:00Z') });
    const answer = await sourceOf(standin).list(EDITIONS.map((id) => wanted(id)));
    expect(answer.failures).toEqual([]);
    expect(answer.listings.map(({ edition }) => edition.id)).toEqual([
      'XV/2021-jaarverslag',
      'XV/2023-begroting',
    ]);

    standin.setNow(new Date('2023-05-17T12:00:00Z'));
    const later = await sourceOf(standin).list([wanted('XV/2022-jaarverslag')]);
    expect(later.listings).toHaveLength(1);
  });

  it('does not take a change of the same budget for the budget', async () => {
    const change = paperOf('XV/2023-begroting', {
      dossierTitle:
        'Wijziging van de begrotingsstaten van het Ministerie van Sociale Zaken en Werkgelegenheid (XV) voor het jaar 2023',
    });
    const standin = await standinOf([change], { noise: false });
    const answer = await sourceOf(standin).list([wanted('XV/2023-begroting')]);
    expect(standin.requests[0]?.status).toBe(200);
    expect(answer).toEqual({ listings: [], failures: [] });
  });

  it('takes none of two dossiers that fit, and says so', async () => {
    const standin = await standinOf([
      paperOf('XV/2022-jaarverslag'),
      paperOf('XV/2022-jaarverslag', { dossier: '36365', publication: 'kst-36365-XV-1' }),
    ]);
    const { listings, failures } = await sourceOf(standin).list([wanted('XV/2022-jaarverslag')]);
    expect(listings).toEqual([]);
    expect(failures[0]?.failure).toMatchObject({
      kind: 'source-answer',
      message: expect.stringContaining('36360-XV and 36365-XV'),
    });
  });

  it('finds a paper of a chapter it has no name for', async () => {
    const paper = paperOf('XXIV/2025-jaarverslag', {
      dossierTitle: 'Jaarverslag en slotwet Ministerie van Nieuwe Zaken 2025',
    });
    const standin = await standinOf([paper]);
    const answer = await sourceOf(standin).list([wanted('XXIV/2025-jaarverslag')]);
    expect(answer.listings.map(({ publication }) => publication)).toEqual(['kst-36999-XXIV-1']);
  });

  it('finds a fund under either of its names', async () => {
    const standin = await standinOf(
      [
        fund('A/2020-jaarverslag', 'Infrastructuurfonds'),
        { ...fund('A/2022-jaarverslag', 'Mobiliteitsfonds'), publication: 'kst-36360-A-1' },
      ],
      { noise: false },
    );
    const answer = await sourceOf(standin).list(
      ['A/2020-jaarverslag', 'A/2022-jaarverslag'].map((id) => wanted(id)),
    );
    expect(answer.listings).toHaveLength(2);
    expect(standin.requests).toHaveLength(1);
  });

  it('finds a paper that belongs to a second dossier as well', async () => {
    const standin = await standinOf([
      paperOf('XV/2022-jaarverslag', { otherDossiers: ['36360-XVI', '31865'] }),
    ]);
    const answer = await sourceOf(standin).list([wanted('XV/2022-jaarverslag')]);
    expect(answer.listings[0]?.edition.dossier).toBe('36360');
  });

  it.each([
    ['right', '131'],
    ['too low', '100'],
    ['too high', '140'],
  ])('reads on where the answer does not fit on one page; the estimate is %s', async (_, count) => {
    const others = Array.from({ length: 130 }, (__, index) =>
      paperOf('XV/2022-jaarverslag', {
        publication: `kst-36${100 + index}-VII-1`,
        dossier: `36${100 + index}`,
        chapter: 'VII',
      }),
    );
    // Its id stands last in the order that is asked for.
    const paper = paperOf('XV/2022-jaarverslag');
    const standin = await standinOf([...others, paper], { noise: false });
    const url = await rewriting(standin, (answer) =>
      answer.replace(/numberOfRecords>\d+</u, `numberOfRecords>${count}<`),
    );
    const answer = await sourceOf({ sru: `${url}/sru` }).list([wanted('XV/2022-jaarverslag')]);
    expect(answer.listings).toHaveLength(1);
    const starts = standin.requests.map(({ path }) => /startRecord=(\d+)/u.exec(path)?.[1]);
    expect(starts).toEqual(count === '140' ? ['1', '101', '132'] : ['1', '101']);
  });

  it('asks for many editions in parts that fit a URL', async () => {
    const standin = await standinOf([]);
    const ids = Array.from({ length: 30 }, (_, index) => `XV/20${10 + index}-jaarverslag`);
    await sourceOf(standin).list(ids.map((id) => wanted(id)));
    for (const { path, status } of standin.requests) {
      expect(status).toBe(200);
      expect(path.length).toBeLessThan(4096);
    }
  });
});

describe('the life of a paper', () => {
  const unformatted = { publication: 'kst-1259252', until: '2023-05-19T09:00:00Z' };

  it('is found under its bare number first, then under its final id', async () => {
    const paper = paperOf('XV/2022-jaarverslag', {
      unformatted: { ...unformatted, read: async () => pdfBytes('print of the ministry') },
    });
    const standin = await standinOf([paper], { now: new Date('2023-05-17T12:00:00Z') });
    const source = sourceOf(standin);
    const [first] = (await source.list([wanted('XV/2022-jaarverslag')])).listings;
    expect(first).toMatchObject({
      publication: 'kst-1259252',
      unformatted: true,
      edition: { dossier: '36360', number: '1' },
    });

    standin.setNow(new Date('2023-05-20'));
    const [final] = (await source.list([wanted('XV/2022-jaarverslag', 'known')])).listings;
    expect(final).toMatchObject({ publication: 'kst-36360-XV-1', unformatted: false });
    await expect(first && source.fetch(first)).rejects.toMatchObject({ kind: 'print-missing' });
  });

  it('prefers the final paper where both are listed', async () => {
    const both = [
      paperOf('XV/2022-jaarverslag', { publication: 'kst-1259252' }),
      paperOf('XV/2022-jaarverslag'),
    ];
    const standin = await standinOf(both);
    const [listing] = (await sourceOf(standin).list([wanted('XV/2022-jaarverslag')])).listings;
    expect(listing?.publication).toBe('kst-36360-XV-1');
  });

  it('prefers the highest correction, also where the plain id does not exist', async () => {
    const corrections = ['-n2', '-n10', '-n1'].map((suffix) =>
      paperOf('XV/2022-jaarverslag', { publication: `kst-36360-XV-1${suffix}` }),
    );
    const standin = await standinOf(corrections, { noise: false });
    const [listing] = (await sourceOf(standin).list([wanted('XV/2022-jaarverslag')])).listings;
    expect(listing?.publication).toBe('kst-36360-XV-1-n10');

    standin.publish(paperOf('XV/2022-jaarverslag'));
    const [still] = (await sourceOf(standin).list([wanted('XV/2022-jaarverslag')])).listings;
    expect(still?.publication).toBe('kst-36360-XV-1-n10');
  });

  it('has another version after it was published again under the same id', async () => {
    const paper = paperOf('XV/2022-jaarverslag', {
      revisions: [{ at: '2023-05-25', read: async () => pdfBytes('versie 2') }],
    });
    const standin = await standinOf([paper], { now: new Date('2023-05-18') });
    const source = sourceOf(standin);
    const edition = wanted('XV/2022-jaarverslag');
    const [before] = (await source.list([edition])).listings;
    const [again] = (await source.list([edition])).listings;
    standin.setNow(new Date('2023-05-26'));
    const [after] = (await source.list([edition])).listings;

    expect(again).toEqual(before);
    expect(after?.publication).toBe(before?.publication);
    expect(after?.version).not.toBe(before?.version);
    expect(after && (await source.fetch(after))).toEqual(Buffer.from(pdfBytes('versie 2')));
  });
});

describe('the request itself', () => {
  it('is the one clients of the service send', async () => {
    const standin = await standinOf([]);
    await sourceOf(standin, { userAgent: 'wacht/1' }).list([wanted('XV/2022-jaarverslag')]);
    const [request] = standin.requests;
    expect(request?.userAgent).toBe('wacht/1');
    expect(request?.query).toBe(
      'c.product-area==officielepublicaties AND w.publicatienaam==Kamerstuk AND ' +
        '(w.vergaderjaar=="2022-2023" AND w.ondernummer=="1" AND dt.title all "sociale zaken werkgelegenheid 2022")' +
        ' sortBy dt.identifier/sort.ascending',
    );
    expect(request?.path).toMatch(/^\/sru\?operation=searchRetrieve&version=2.0&query=c\.product/u);
    expect(request?.path).not.toContain('+');
  });

  it('goes over one connection', async () => {
    const standin = await standinOf(PAPERS);
    const source = sourceOf(standin);
    const lists = EDITIONS.map(async (id) => source.list([wanted(id)]));
    const listings = (await Promise.all(lists)).flatMap((answer) => answer.listings);
    await Promise.all(listings.map(async (listing) => source.fetch(listing)));
    expect(standin.requests).toHaveLength(10);
    expect(standin.connections()).toBe(1);
  });

  it('works with a server that sends validators', async () => {
    const standin = await standinOf(PAPERS, { validators: true });
    const source = sourceOf(standin);
    const [listing] = (await source.list([wanted('XV/2022-jaarverslag')])).listings;
    for (let time = 0; time < 2; time += 1) {
      const bytes = listing && (await source.fetch(listing));
      expect(bytes).toEqual(Buffer.from(pdfBytes('XV/2022-jaarverslag')));
    }
  });
});

describe('an edition that cannot be listed', () => {
  it('does not stop the next', async () => {
    const standin = await standinOf(PAPERS);
    standin.publish(
      paperOf('XV/2023-begroting', { dossier: '36205', publication: 'kst-36205-XV-2' }),
    );
    const answer = await sourceOf(standin).list(EDITIONS.map((id) => wanted(id)));
    expect(answer.listings).toHaveLength(4);
    expect(answer.failures.map(({ edition }) => edition?.id)).toEqual(['XV/2023-begroting']);
    expect(answer.failures.every(({ failure }) => isFailure(failure))).toBe(true);
  });
});
