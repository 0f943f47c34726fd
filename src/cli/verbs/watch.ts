import type { Command } from 'commander';
import { pino } from 'pino';
import { check } from '../../app/check.ts';
import { digest } from '../../app/digest.ts';
import { contextOf } from '../context.ts';
import type { Cli } from '../cli.ts';
import { portsFor } from '../ports.ts';
import { startSchedule } from '../schedule.ts';
import { checkOptions } from './check.ts';

export function addWatch(root: Command, cli: Cli): void {
  root
    .command('watch')
    .description('stay up; run check and the digest on the configured times')
    .action(async (_flags: object, command: Command) => {
      const context = await contextOf(command, cli);
      const log = pino({ name: 'begrotingswacht' }, pino.destination({ fd: 2, sync: true }));
      const stopped = stopSignal();
      const ports = await portsFor(context, (text) => log.info(text));
      const schedule = startSchedule(context.config, {
        async check() {
          const { editions, changes, errors } = await check(
            checkOptions(context.config, {}),
            ports,
            {
              onFailure: (failure, edition) =>
                log.warn({ kind: failure.kind, edition }, failure.message),
            },
          );
          log.info(
            { editions: editions.length, changes: changes.length, errors: errors.length },
            'check done',
          );
        },
        async digest() {
          const { unshared } = await digest(
            {
              ...checkOptions(context.config, {}),
              quiet: context.config.digest.quiet,
              period: null,
            },
            ports,
          );
          if (unshared) log.warn({ kind: unshared.kind }, unshared.message);
          log.info('digest done');
        },
        onError: (name, error) =>
          log.error({ err: error }, `${name} failed; the next time tries again`),
        onSkipped: (name) => log.warn(`${name} is still running; this time is skipped`),
      });
      for (const { name, next } of schedule.next()) log.info({ next }, `${name} is scheduled`);
      await stopped;
      log.info('stopping; a run that is under way is finished first');
      await schedule.stop();
      log.info('stopped');
    });
}

/** Resolves at the first SIGINT or SIGTERM. */
async function stopSignal(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
