import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../../src/edition/listing.ts';
import { createConnection } from '../../src/source/web/connection.ts';
import { createSruSource } from '../../src/source/sru/source.ts';
import {
  jumpingClock,
  listening,
  paperOf,
  pdfBytes,
  rewriting,
  sourceOf,
  standinOf,
  wanted,
} from '../support/source.ts';

const ID = 'XV/2022-jaarverslag';

function listingAt(url: string): Listing {
  return {
    edition: wanted(ID, 'known'),
    publication: 'kst-36360-XV-1',
    title: '',
    url,
    unformatted: false,
    published: null,
    version: '',
  };
}

function officialSource(options: { readonly resolvesTo: string; readonly family: 4 | 6 }) {
  const dispatcher = createConnection(1000, (_host, _options, answer) => {
    answer(null, [{ address: options.resolvesTo, family: options.family }]);
  });
  return createSruSource({
    endpoint: 'https://repository.overheid.nl/sru',
    hosts: ['repository.overheid.nl'],
    requestsPerSecond: 1000,
    clock: jumpingClock(),
    delays: [],
    dispatcher,
  });
}

describe('redirects', () => {
  it('are followed to an allowed host', async () => {
    const standin = await standinOf([paperOf(ID)]);
    const source = sourceOf(standin);
    const bytes = await source.fetch(listingAt(`${standin.url}/kst-36360-XV-1`));
    expect(bytes).toEqual(Buffer.from(pdfBytes(ID)));
    expect(standin.requests.map(({ path, status }) => [path, status])).toEqual([
      ['/kst-36360-XV-1', 302],
      ['/kst-36360-XV-1.pdf', 200],
    ]);
  });

  it.each([
    ['a host nobody listed', 'https://elders.example/kst.pdf'],
    ['a private address', 'http://10.0.0.1/kst.pdf'],
    ['the same host by another name', 'http://localhost/kst.pdf'],
    ['a file', 'file:///etc/passwd'],
    ['the host with a user name', 'http://user@127.0.0.1/kst.pdf'],
  ])('are refused to %s', async (_, location) => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({ match: 'pdf', as: 'redirect-elsewhere', location });
    const fetched = sourceOf(standin).fetch(listingAt(`${standin.url}/kst-36360-XV-1.pdf`));
    await expect(fetched).rejects.toMatchObject({ kind: 'host-not-allowed' });
    expect(standin.requests).toHaveLength(1);
  });

  it('are refused for the search as well', async () => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({ match: 'sru', as: 'redirect-elsewhere', times: 100 });
    const answer = await sourceOf(standin).list([wanted(ID), wanted('XV/2023-begroting')]);
    expect(answer.failures.map(({ failure }) => failure.kind)).toEqual([
      'host-not-allowed',
      'host-not-allowed',
    ]);
    expect(standin.requests).toHaveLength(1);
  });

  it('in a circle come to an end', async () => {
    const standin = await standinOf([paperOf(ID)]);
    standin.fail({
      match: 'pdf',
      as: 'redirect-elsewhere',
      location: '/kst-36360-XV-1.pdf',
      times: 100,
    });
    const fetched = sourceOf(standin).fetch(listingAt(`${standin.url}/kst-36360-XV-1.pdf`));
    await expect(fetched).rejects.toMatchObject({ kind: 'source-answer' });
    expect(standin.requests).toHaveLength(6);
  });
});

describe('hosts', () => {
  it('may be asked only when listed: no request goes out otherwise', async () => {
    const standin = await standinOf([paperOf(ID)]);
    const source = sourceOf(standin, { hosts: ['repository.overheid.nl'] });
    const answer = await source.list([wanted(ID)]);
    expect(answer.failures).toMatchObject([{ failure: { kind: 'host-not-allowed' } }]);
    await expect(source.fetch(listingAt(`${standin.url}/a.pdf`))).rejects.toMatchObject({
      kind: 'host-not-allowed',
    });
    expect(standin.requests).toEqual([]);
  });

  it('are not asked over plain http', async () => {
    const source = sourceOf(
      { sru: 'http://repository.overheid.nl/sru' },
      {
        hosts: ['repository.overheid.nl'],
      },
    );
    const answer = await source.list([wanted(ID)]);
    expect(answer.failures).toMatchObject([{ failure: { kind: 'host-not-allowed' } }]);
  });

  it('that stand in a record are checked before anything is fetched', async () => {
    const standin = await standinOf([paperOf(ID)]);
    const url = await rewriting(standin, (answer) =>
      answer.replaceAll(standin.url, 'https://elders.example'),
    );
    const answer = await sourceOf({ sru: `${url}/sru` }).list([wanted(ID)]);
    expect(answer.listings).toEqual([]);
    expect(answer.failures).toMatchObject([
      {
        failure: {
          kind: 'host-not-allowed',
          subject: expect.stringMatching(/^https:\/\/elders\.example\/frbr\/.*\.pdf$/u),
        },
      },
    ]);
  });

  it.each([
    ['10.1.2.3', 4],
    ['169.254.169.254', 4],
    ['127.0.0.1', 4],
    ['::1', 6],
    ['fd00::1', 6],
    ['fe80::1', 6],
    ['::ffff:10.0.0.1', 6],
  ] as const)('are not asked when their name leads to %s', async (resolvesTo, family) => {
    const answer = await officialSource({ resolvesTo, family }).list([wanted(ID)]);
    expect(answer.failures).toMatchObject([
      {
        failure: { kind: 'host-not-allowed', message: expect.stringContaining(resolvesTo) },
      },
    ]);
  });
});

describe('an answer that is too large', () => {
  it.each([
    ['announced', { 'content-length': String(101 * 1024 * 1024) }],
    ['not announced', {}],
  ])('is not read to its end: %s', async (_, headers) => {
    let sent = 0;
    const server = createServer((_request, response) => {
      response.writeHead(200, headers);
      const chunk = Buffer.alloc(1024 * 1024);
      const send = (): void => {
        while (sent < 101 * 1024 * 1024) {
          sent += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', send);
            return;
          }
        }
        response.end();
      };
      send();
    });
    const url = await listening(server);
    const fetched = sourceOf({ sru: `${url}/sru` }).fetch(listingAt(`${url}/large.pdf`));
    await expect(fetched).rejects.toMatchObject({ kind: 'limit-exceeded' });
  });
});
