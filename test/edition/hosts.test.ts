import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowedApiUrl, isAllowedUrl, isPrivateHost } from '../../src/edition/hosts.ts';

const OFFICIAL = ['repository.overheid.nl', 'zoek.officielebekendmakingen.nl'];
const WITH_LOOPBACK = [...OFFICIAL, '127.0.0.1'];

describe('isAllowedUrl', () => {
  it.each([
    ['https://repository.overheid.nl/sru?query=1', true],
    ['https://REPOSITORY.overheid.nl/sru', true],
    ['http://repository.overheid.nl/sru', false],
    ['https://repository.overheid.nl:8443/sru', false],
    ['https://user:secret@repository.overheid.nl/sru', false],
    ['https://repository.overheid.nl@example.org/', false],
    ['https://repository.overheid.nl.example.org/', false],
    ['https://example.org/', false],
    ['ftp://repository.overheid.nl/', false],
    ['http://127.0.0.1:8080/', false],
    ['https://127.0.0.1/', false],
    ['repository.overheid.nl', false],
  ])('%s is %s with the official hosts', (url, allowed) => {
    expect(isAllowedUrl(url, OFFICIAL)).toBe(allowed);
  });

  it.each([
    ['http://127.0.0.1/', true],
    ['http://127.0.0.1:34567/sru', true],
    ['http://0x7f.1:34567/sru', true],
    ['http://127.0.0.2/', false],
    ['http://localhost:34567/', false],
    ['http://[::1]:34567/', false],
    ['file://127.0.0.1/etc/passwd', false],
    ['http://repository.overheid.nl/', false],
  ])('%s is %s with 127.0.0.1 listed', (url, allowed) => {
    expect(isAllowedUrl(url, WITH_LOOPBACK)).toBe(allowed);
  });

  it('never lets a private address through, listed or not', () => {
    const privateAddresses = fc.oneof(
      fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
    );
    fc.assert(
      fc.property(privateAddresses, fc.constantFrom('http', 'https'), (address, scheme) => {
        const host = address.join('.');
        expect(isPrivateHost(host)).toBe(true);
        expect(isAllowedUrl(`${scheme}://${host}/`, [host])).toBe(false);
      }),
    );
  });
});

describe('isAllowedApiUrl', () => {
  it.each([
    ['https://api.github.com', OFFICIAL, true],
    ['https://github.example.org:8443/api/v3', OFFICIAL, true],
    ['http://api.github.com', OFFICIAL, false],
    ['https://localhost/api', OFFICIAL, false],
    ['https://192.168.1.4/api/v3', OFFICIAL, false],
    ['http://127.0.0.1:9000', OFFICIAL, false],
    ['http://127.0.0.1:9000', WITH_LOOPBACK, true],
  ])('%s with %j is %s', (url, hosts, allowed) => {
    expect(isAllowedApiUrl(url, hosts)).toBe(allowed);
  });
});
