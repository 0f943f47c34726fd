import { join } from 'node:path';
import type { QuarantineStore } from '../port/quarantine.ts';
import { createFolder } from './folder.ts';

/** One file an edition, `XV/2022-jaarverslag.json`, in the folder `quarantine` beside the prints. */
export function createQuarantineStore({ folder }: { readonly folder: string }): QuarantineStore {
  const own = join(folder, 'quarantine');
  const files = createFolder({ folder: own });
  return {
    async list() {
      const paths = await files.list('');
      return paths.filter((path) => path.endsWith('.json')).map((path) => path.slice(0, -5));
    },
    read: async (edition) => files.read(`${edition}.json`),
    write: async (edition, text) => files.write(`${edition}.json`, text),
    remove: async (edition) => files.remove(`${edition}.json`),
    place: (edition) => join(own, `${edition}.json`),
  };
}
