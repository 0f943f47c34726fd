import { readFileSync } from 'node:fs';

/** Version of this package, from its package.json; works from src/ and from dist/. */
export function packageVersion(): string {
  const url = new URL('../../package.json', import.meta.url);
  const manifest = JSON.parse(readFileSync(url, 'utf8')) as { version: string };
  return manifest.version;
}
