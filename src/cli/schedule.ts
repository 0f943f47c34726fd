import { createTask, schedule } from 'node-cron';
import type { ScheduledTask } from 'node-cron';
import { digestCron } from '../config/config.ts';
import type { Config } from '../config/config.ts';

export interface Jobs {
  check(): Promise<void>;
  digest(): Promise<void>;
  onError(name: JobName, error: unknown): void;
  /** Called when a job is due while its former run is still going on. */
  onSkipped(name: JobName): void;
}

export type ScheduleConfig = Pick<Config, 'schedule' | 'digest'>;

type JobName = 'check' | 'digest';

export interface NextRun {
  readonly name: JobName;
  readonly next: Date | null;
}

export interface Schedule {
  /** When each job runs next. */
  next(): readonly NextRun[];
  /** Plans nothing new and waits until the run that is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs the jobs on the configured times (node-cron expressions, in the configured time zone). A job
 * never overlaps itself, and the two never run side by side: both write the same files.
 */
export function startSchedule(config: ScheduleConfig, jobs: Jobs): Schedule {
  let busy: Promise<void> = Promise.resolve();
  let stopping = false;

  function plan(name: JobName, expression: string): ScheduledTask {
    const task = schedule(
      expression,
      async () => {
        if (stopping) return;
        busy = busy
          .then(async () => jobs[name]())
          .catch((error: unknown) => jobs.onError(name, error));
        await busy;
      },
      { name, timezone: config.schedule.timezone, noOverlap: true },
    );
    task.on('execution:overlap', () => jobs.onSkipped(name));
    return task;
  }

  const tasks = {
    check: plan('check', config.schedule.check),
    digest: plan('digest', digestCron(config.digest)),
  };
  return {
    next: () =>
      (['check', 'digest'] as const).map((name) => ({ name, next: tasks[name].getNextRun() })),
    async stop() {
      stopping = true;
      await Promise.all([tasks.check.stop(), tasks.digest.stop()]);
      await busy;
      await Promise.all([tasks.check.destroy(), tasks.digest.destroy()]);
    },
  };
}

/** When the jobs would run next, without running anything. */
export function nextRuns({
  schedule: { check, timezone },
  digest,
}: ScheduleConfig): readonly NextRun[] {
  const next = (expression: string): Date | null => {
    const task = createTask(expression, () => {}, { timezone });
    const [run = null] = task.getNextRuns(1);
    void task.destroy();
    return run;
  };
  return [
    { name: 'check', next: next(check) },
    { name: 'digest', next: next(digestCron(digest)) },
  ];
}
