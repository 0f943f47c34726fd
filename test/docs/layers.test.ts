import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface LintConfig {
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<
      Record<string, string | readonly [string, { readonly patterns: readonly Pattern[] }]>
    >;
  }[];
}

interface Pattern {
  readonly message: string;
}

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

it('the table of layers is the one that the linter enforces', () => {
  const { overrides } = JSON.parse(read('.oxlintrc.json')) as LintConfig;
  const enforced = overrides.flatMap(({ files, rules }) => {
    const rule = rules['no-restricted-imports'];
    if (!Array.isArray(rule)) return [];
    const messages = (rule[1] as { patterns: readonly Pattern[] }).patterns.map(
      (pattern) => pattern.message,
    );
    const [, allowed] = /may import only: (.*) \(docs/u.exec(messages.join('\n')) ?? [];
    const folder = files[0]?.split('/').slice(0, 2).join('/');
    const doesIo = messages.some((message) => message.startsWith('Pure')) ? 'no' : 'yes';
    return [`${folder} ${allowed} ${doesIo}`];
  });
  const rows = read('docs/decisions/0002-layers.md').matchAll(
    /^\| `(?<folder>src\/\w+)` +\| (?<allowed>.*?) +\| (?<doesIo>\w+) +\|$/gmu,
  );
  const told = [...rows].map(({ groups }) => Object.values(groups ?? {}).join(' '));
  expect(enforced.length).toBeGreaterThan(10);
  expect(told).toStrictEqual([...enforced, 'src/cli everything yes']);
});
