/** The one address of this machine that a configuration may allow. */
const LOOPBACK = '127.0.0.1';

/**
 * Whether the bot may ask this URL. Only https to a host that the configuration lists (`hosts`,
 * lower-case names without port), on its usual port and without a user name in the URL. With
 * 127.0.0.1 in the list, plain http to any port of it is accepted as well; nothing else may use http
 * or a private address. Check it again after each redirect. False for a text that is no URL.
 */
export function isAllowedUrl(url: string | URL, hosts: readonly string[]): boolean {
  const parsed = parseUrl(url);
  if (!parsed || !hosts.includes(parsed.hostname)) return false;
  if (parsed.hostname === LOOPBACK) return isWeb(parsed);
  return parsed.protocol === 'https:' && parsed.port === '' && !isPrivateHost(parsed.hostname);
}

/**
 * The same for the API of GitHub or of a GitHub Enterprise Server, which need not be listed and may
 * have a port of its own. 127.0.0.1 is accepted only when the configuration lists it in `hosts`.
 */
export function isAllowedApiUrl(url: string | URL, hosts: readonly string[]): boolean {
  const parsed = parseUrl(url);
  if (!parsed) return false;
  if (parsed.hostname === LOOPBACK) return hosts.includes(LOOPBACK) && isWeb(parsed);
  return parsed.protocol === 'https:' && !isPrivateHost(parsed.hostname);
}

/**
 * Whether a host name as `URL.hostname` gives it stands for this machine or a private network. Any
 * IPv6 address counts as private: no service the bot asks is named by one. Says nothing of what a
 * name resolves to.
 */
export function isPrivateHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return true;
  if (/(?:^|\.)(?:localhost|local|internal)\.?$/u.test(hostname)) return true;
  const [first, second] = ipv4(hostname);
  if (first === undefined || second === undefined) return false;
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    first >= 224 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && (second === 0 || second === 168)) ||
    (first === 198 && (second === 18 || second === 19))
  );
}

/** `URL` has already turned every spelling of an IPv4 address into four decimal numbers. */
function ipv4(hostname: string): readonly number[] {
  return /^\d+\.\d+\.\d+\.\d+$/u.test(hostname) ? hostname.split('.').map(Number) : [];
}

function parseUrl(url: string | URL): URL | null {
  const parsed = URL.parse(String(url));
  return parsed && parsed.username === '' && parsed.password === '' ? parsed : null;
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
