import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { z } from 'zod';
import { isAllowedApiUrl, isAllowedUrl } from '../edition/hosts.ts';
import { showValue, valueAt } from './mistakes.ts';
import type { Mistake } from './mistakes.ts';
import { GithubSection, SourceSection, WrittenConfig } from './schema.ts';

/**
 * What two keys may not do to each other. A rule is passed over when one of its keys is wrong in
 * itself: the schema tells that mistake. `folder` is the absolute folder of the configuration file.
 */
export function ruleMistakes(written: unknown, folder: string): readonly Mistake[] {
  return [...hostMistakes(written), ...folderMistakes(written, folder)];
}

function hostMistakes(written: unknown): readonly Mistake[] {
  const hosts = read(SourceSection.shape.hosts, written, 'source.hosts');
  if (!hosts) return [];
  const mistakes: Mistake[] = [];
  const sru = read(SourceSection.shape.sru, written, 'source.sru');
  if (sru !== null && !isAllowedUrl(sru, hosts)) {
    const allowed = `https on a host of source.hosts (${hosts.join(', ')})`;
    mistakes.push({ path: 'source.sru', text: refused('source.sru', sru, allowed) });
  }
  const apiUrl = read(GithubSection.shape.apiUrl, written, 'github.apiUrl');
  if (apiUrl !== null && !isAllowedApiUrl(apiUrl, hosts)) {
    const allowed = 'https on a public host, without a user name';
    mistakes.push({ path: 'github.apiUrl', text: refused('github.apiUrl', apiUrl, allowed) });
  }
  return mistakes;
}

function refused(path: string, url: string, allowed: string): string {
  return `${path} is ${showValue(url)}, and must be ${allowed}, or http on 127.0.0.1 when source.hosts lists that`;
}

/** Everything below `snapshots` is committed, so it must hold nothing but what the bot writes for git. */
function folderMistakes(written: unknown, folder: string): readonly Mistake[] {
  const { snapshots: snapshotsSchema, prints: printsSchema } = WrittenConfig.shape;
  const snapshots = read(snapshotsSchema, written, 'snapshots');
  const prints = read(printsSchema, written, 'prints');
  if (snapshots !== null && isWithin(folder, resolve(folder, snapshots))) {
    return [
      {
        path: 'snapshots',
        text: `snapshots is ${showValue(snapshots)}, and must be a folder of its own: everything in it is committed`,
      },
    ];
  }
  if (snapshots === null || prints === null) return [];
  if (!isWithin(resolve(folder, prints), resolve(folder, snapshots))) return [];
  return [
    {
      path: 'prints',
      text: `prints is ${showValue(prints)}, and must not lie within snapshots: prints stay outside git`,
    },
  ];
}

/** Whether the path is the folder itself or stands below it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The value of one key, its default when left out, null when it is wrong. */
function read<Value>(schema: z.ZodType<Value>, written: unknown, path: string): Value | null {
  const result = schema.safeParse(valueAt(written, path.split('.')));
  return result.success ? result.data : null;
}
