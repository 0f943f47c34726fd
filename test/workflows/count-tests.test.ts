import { describe, expect, it } from 'vitest';
import { countTests } from '../../scripts/count-tests.ts';
import type { TestReport } from '../../scripts/count-tests.ts';

function report(...statuses: readonly string[]): TestReport {
  const count = (status: string): number => statuses.filter((each) => each === status).length;
  const assertionResults = statuses.map((status, index) => ({ fullName: `test ${index}`, status }));
  const failed = count('failed');
  return {
    success: failed === 0,
    numPassedTests: count('passed'),
    numFailedTests: failed,
    testResults: [{ status: failed > 0 ? 'failed' : 'passed', assertionResults }],
  };
}

describe('countTests', () => {
  it.each([
    [['passed', 'passed'], false, '2 passed, 0 failed', true],
    [['passed', 'failed'], false, '1 passed, 1 failed', false],
    [['passed', 'pending'], false, '1 passed, 0 failed, 1 skipped', true],
    [['passed', 'skipped'], true, '1 passed, 0 failed, 1 skipped', false],
    [['passed', 'todo'], true, '1 passed, 0 failed, 1 skipped', false],
    [[], false, '0 passed, 0 failed', false],
    [['pending'], false, '0 passed, 0 failed, 1 skipped', false],
  ])('%j (no skips: %s) is "%s"', (statuses, noSkips, line, passes) => {
    expect(countTests(report(...statuses), { noSkips })).toMatchObject({ line, passes });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const whole = report('passed');
    const broken = { status: 'failed', assertionResults: [] };
    const result = countTests(
      { ...whole, success: false, testResults: [...whole.testResults, broken] },
      { noSkips: false },
    );
    expect(result).toMatchObject({ line: '1 passed, 1 failed', passes: false });
  });

  it('names what was skipped', () => {
    expect(countTests(report('passed', 'pending'), { noSkips: true }).skipped).toStrictEqual([
      'test 1',
    ]);
  });
});
