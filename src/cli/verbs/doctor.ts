import { Option } from 'commander';
import type { Command } from 'commander';
import { listQuarantine, quarantineFailure } from '../../app/quarantine.ts';
import { expectedEditions } from '../../edition/calendar.ts';
import { createArchive } from '../../archive/archive.ts';
import { checkGitHubAccess } from '../../delivery/github/access.ts';
import { isFailure } from '../../failure/failure.ts';
import { contextOf } from '../context.ts';
import type { Context } from '../context.ts';
import type { Cli } from '../cli.ts';
import { printJson } from '../output.ts';
import { portsFor, sourceFor } from '../ports.ts';
import { createReaders } from '../readers.ts';
import { nextRuns } from '../schedule.ts';
import { checkOptions } from './check.ts';

/** One line of the examination: what was looked at, how it stands, what to do about it. */
interface Finding {
  readonly subject: string;
  readonly ok: boolean;
  readonly found: string;
  readonly remedy: string | null;
}

export function addDoctor(root: Command, cli: Cli): void {
  root
    .command('doctor')
    .description('examine config, tokens, reachability and next run times; one line each')
    .addOption(
      new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'),
    )
    .action(async (flags: { format: 'text' | 'json' }, command: Command) => {
      const context = await contextOf(command, cli);
      const findings = await examine(context);
      if (flags.format === 'json') printJson(cli.output, findings);
      else for (const finding of findings) cli.output.print(line(finding));
      cli.exit(findings.every((finding) => finding.ok) ? 0 : 1);
    });
}

function line({ subject, ok, found, remedy }: Finding): string {
  return `${ok ? 'ok  ' : 'MEND'} ${subject}: ${found}${remedy === null ? '' : ` → ${remedy}`}`;
}

async function examine(context: Context): Promise<readonly Finding[]> {
  const { config, secrets } = context;
  const findings: Finding[] = [
    fine('node', process.version),
    fine(
      'config',
      `chapters ${Array.isArray(config.chapters) ? config.chapters.join(', ') : 'all'}, since ${config.since}`,
    ),
    await folderFinding('snapshots', config.snapshots),
    await folderFinding('prints', config.prints),
    await pushFinding(context),
    ...(await quarantineFindings(context)),
    await sourceFinding(context),
  ];
  if (secrets.githubToken === null || config.github.repository === null) {
    const missing = secrets.githubToken === null ? 'no GITHUB_TOKEN' : 'no github.repository';
    findings.push(fine('github', `${missing}, so documents go to ${config.outbox}`));
  } else {
    const access = {
      ...config.github,
      repository: config.github.repository,
      token: secrets.githubToken,
    };
    for (const it of await checkGitHubAccess(access)) {
      findings.push({ subject: 'github', ok: it.ok, found: it.what, remedy: it.remedy });
    }
  }
  for (const { name, next } of nextRuns(config)) {
    findings.push(
      fine(`next ${name}`, next === null ? 'never' : local(next, config.schedule.timezone)),
    );
  }
  return findings;
}

function fine(subject: string, found: string): Finding {
  return { subject, ok: true, found, remedy: null };
}

async function folderFinding(subject: string, folder: string): Promise<Finding> {
  try {
    await createArchive({ folder, git: false }).requireWritable();
    return fine(subject, `${folder} can be written`);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { subject, ok: false, found: `${folder}: ${error.problem}`, remedy: error.remedy };
  }
}

const NOT_PUSHED = {
  'switched-off': 'switched off in the configuration',
  'not-committed': 'nothing, for snapshots are not committed to a git repository',
  'no-upstream': 'nothing, for the branch is shared nowhere',
} as const;

async function pushFinding(context: Context): Promise<Finding> {
  const subject = 'push';
  try {
    const { archive } = await portsFor(context);
    const standing = await archive.pushStanding();
    if (!standing.pushes) return fine(subject, NOT_PUSHED[standing.because]);
    const { to, waiting } = standing;
    return fine(
      subject,
      `to ${to}, ${waiting === 1 ? '1 commit waits' : `${waiting} commits wait`}`,
    );
  } catch (error) {
    if (!isFailure(error)) throw error;
    return {
      subject,
      ok: false,
      found: `${error.subject}: ${error.problem}`,
      remedy: error.remedy,
    };
  }
}

async function quarantineFindings(context: Context): Promise<readonly Finding[]> {
  const ports = await portsFor(context);
  const refused = await listQuarantine(ports.quarantine);
  if (refused.length === 0) return [fine('quarantine', 'no edition is in quarantine')];
  return refused.map((quarantine) => {
    const { subject, problem, remedy } = quarantineFailure(quarantine, ports);
    return { subject: 'quarantine', ok: false, found: `${subject}: ${problem}`, remedy };
  });
}

/** Asks the source for nothing but the newest edition of the first chapter, and only once. */
async function sourceFinding(context: Context): Promise<Finding> {
  const { config } = context;
  const subject = 'source';
  const where = config.source.folder ?? config.source.sru;
  const options = checkOptions(config, {});
  const [chapter = ''] = options.chapters;
  const newest = expectedEditions(chapter, options.since, context.clock()).slice(-1);
  const source = await sourceFor(config, createReaders(), { delays: [] });
  const { failures } = await source.list(newest);
  const failure = failures[0]?.failure;
  if (failure) {
    return { subject, ok: false, found: `${where}: ${failure.problem}`, remedy: failure.remedy };
  }
  return fine(subject, `${where} answers`);
}

function local(instant: Date, timeZone: string): string {
  return `${instant.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })} (${timeZone})`;
}
