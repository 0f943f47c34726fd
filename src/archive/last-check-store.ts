import { z } from 'zod';
import type { LastCheck, LastCheckStore } from '../port/last-check.ts';
import { createFolder } from './folder.ts';

const StoredLastCheck: z.ZodType<LastCheck> = z.object({
  finished: z.iso.datetime({ offset: true }),
  unread: z.array(z.object({ edition: z.string(), quarantined: z.boolean() })),
  sourceFailed: z.boolean(),
});

/** How the newest check went, as `last-check.json` in a folder outside git: the one of the prints. */
export function createLastCheckStore({ folder }: { readonly folder: string }): LastCheckStore {
  const files = createFolder({ folder });
  return {
    async read() {
      try {
        const text = await files.read('last-check.json');
        return StoredLastCheck.safeParse(JSON.parse(text ?? 'null')).data ?? null;
      } catch {
        return null;
      }
    },
    async write(check) {
      await files.write('last-check.json', `${JSON.stringify(check, null, 2)}\n`);
    },
  };
}
