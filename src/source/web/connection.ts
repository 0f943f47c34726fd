import { lookup } from 'node:dns';
import type { LookupAddress, LookupAllOptions } from 'node:dns';
import { BlockList, isIPv6 } from 'node:net';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isPrivateHost } from '../../edition/hosts.ts';
import { Failure } from '../../failure/failure.ts';

/** As `dns.lookup` with `all`. */
export type Resolve = (
  host: string,
  options: LookupAllOptions,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const CONNECT_TIMEOUT = 15_000;

const PRIVATE_IPV6 = new BlockList();
PRIVATE_IPV6.addSubnet('::', 127, 'ipv6');
PRIVATE_IPV6.addSubnet('::ffff:0:0', 96, 'ipv6');
PRIVATE_IPV6.addSubnet('fc00::', 7, 'ipv6');
PRIVATE_IPV6.addSubnet('fe80::', 10, 'ipv6');
PRIVATE_IPV6.addSubnet('ff00::', 8, 'ipv6');

/**
 * One kept connection to each host (the official service resets parallel ones). A listed name that
 * leads to a private address is refused: what a name resolves to is not in our hands.
 */
export function createConnection(timeout: number, resolve: Resolve = lookup): Agent {
  return new Agent({
    connections: 1,
    pipelining: 1,
    allowH2: false,
    headersTimeout: timeout,
    bodyTimeout: timeout,
    connect: { timeout: Math.min(timeout, CONNECT_TIMEOUT), lookup: publicLookup(resolve) },
  });
}

function publicLookup(resolve: Resolve): LookupFunction {
  return (host, options, answer) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, []);
      const refused = addresses.find(({ address }) => isPrivateAddress(address));
      if (refused) return answer(privateAddress(host, refused.address), []);
      const [first] = addresses;
      if (options.all || !first) return answer(null, addresses);
      return answer(null, first.address, first.family);
    });
  };
}

function isPrivateAddress(address: string): boolean {
  return isIPv6(address) ? PRIVATE_IPV6.check(address, 'ipv6') : isPrivateHost(address);
}

function privateAddress(host: string, address: string): Failure {
  return new Failure('host-not-allowed', {
    subject: host,
    problem: `the name leads to the private address ${address}`,
    remedy: 'Nothing was asked of it; check source.hosts and the name service of this machine',
  });
}
