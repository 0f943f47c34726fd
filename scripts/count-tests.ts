/**
 * Prints the closing line of a test run, `N passed, N failed`, from the JSON report of vitest. Fails
 * when a test failed or none ran, and with --no-skips also when one was skipped, which it then names.
 */
import { readFileSync } from 'node:fs';

export interface TestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface Count {
  readonly line: string;
  readonly passes: boolean;
  /** Names of the tests that did not run. */
  readonly skipped: readonly string[];
}

export function countTests(report: TestReport, { noSkips }: { readonly noSkips: boolean }): Count {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const skipped = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
  // A file that could not be loaded has no tests of its own to count.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  const passed = report.numPassedTests;
  const parts = [`${passed} passed`, `${failed} failed`];
  if (skipped.length > 0) parts.push(`${skipped.length} skipped`);
  return {
    line: parts.join(', '),
    passes: report.success && failed === 0 && passed > 0 && !(noSkips && skipped.length > 0),
    skipped,
  };
}

if (import.meta.main) {
  const [file, ...flags] = process.argv.slice(2);
  if (file === undefined) throw new Error('usage: count-tests.ts REPORT [--no-skips]');
  const report = JSON.parse(readFileSync(file, 'utf8')) as TestReport;
  const { line, passes, skipped } = countTests(report, { noSkips: flags.includes('--no-skips') });
  for (const name of skipped) console.log(`skipped: ${name}`);
  console.log(line);
  if (!passes) process.exitCode = 1;
}
