import { Option } from 'commander';
import type { Command } from 'commander';
import { extractPrint } from '../../app/extract.ts';
import { lineEdition } from '../../app/line.ts';
import { loadState } from '../../app/state.ts';
import { createArchive } from '../../archive/archive.ts';
import { compare } from '../../change/compare.ts';
import type { Comparison } from '../../change/comparison.ts';
import type { ComparedEdition } from '../../change/compared-edition.ts';
import { parseEditionId } from '../../edition/edition.ts';
import { Failure } from '../../failure/failure.ts';
import { comparisonText } from '../../report/comparison-text.ts';
import { verdictsIn } from '../../register/judge.ts';
import { decodeSide } from '../../snapshot/side.ts';
import { decodeSnapshot, snapshotPath } from '../../snapshot/codec.ts';
import { contextOf } from '../context.ts';
import { readUserFile } from '../files.ts';
import { createReaders } from '../readers.ts';
import type { Cli } from '../cli.ts';
import { printJson } from '../output.ts';

interface Flags {
  readonly format: 'text' | 'json';
}

export function addDiff(root: Command, cli: Cli): void {
  root
    .command('diff')
    .description('compare two editions, the older one first')
    .argument(
      '<old>',
      'PDF or XML, extraction JSON, snapshot file, or an edition id such as XV/2022-jaarverslag',
    )
    .argument('<new>', 'the same, of the later edition')
    .addOption(
      new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'),
    )
    .action(async (old: string, later: string, flags: Flags, command: Command) => {
      const { config } = await contextOf(command, cli);
      const before = await side(old, config.snapshots);
      const after = await side(later, config.snapshots);
      const held = parseEditionId(old) && parseEditionId(later);
      const comparison = held
        ? await compareHeld(old, later, config.snapshots)
        : compare(before, after);
      if (flags.format === 'json') printJson(cli.output, comparison);
      else cli.output.print(comparisonText(comparison, before, after));
    });
}

/** Two stored editions, whose studies the register knows. */
async function compareHeld(old: string, later: string, folder: string): Promise<Comparison> {
  const state = await loadState(createArchive({ folder, git: false }));
  const [before, after] = [state.snapshots.get(old), state.snapshots.get(later)];
  if (!before || !after) throw new Error('The snapshots were there a moment ago');
  const verdictOf = verdictsIn(state.register, state.judgements);
  return compare(lineEdition(state.register, before), lineEdition(state.register, after), {
    judgements: {
      isJoined: (id) => state.register.studies.some((study) => study.mergedInto === id),
      isApart: (one, other) => {
        const verdict = verdictOf(one, other)?.verdict ?? 'same';
        return verdict === 'not-same';
      },
    },
  });
}

/** One side of the comparison, whatever form it was given in. */
async function side(name: string, snapshots: string): Promise<ComparedEdition> {
  const edition = parseEditionId(name);
  if (edition) {
    const path = snapshotPath(edition);
    const text = await createArchive({ folder: snapshots, git: false }).read(path);
    if (text !== null) return decodeSnapshot(text, path);
    throw new Failure('not-found', {
      subject: name,
      problem: `there is no snapshot of this edition in ${snapshots}`,
      remedy: 'Run "begrotingswacht check" first, or give a PDF or a JSON file',
    });
  }
  const bytes = await readUserFile(name);
  if (bytes[0] === '{'.charCodeAt(0)) return decodeSide(new TextDecoder().decode(bytes), name);
  const extraction = await extractPrint(createReaders(), bytes, name);
  if (extraction.annex) return extraction;
  throw new Failure('no-annex', {
    subject: name,
    problem: 'no evaluation annex was found in it',
    remedy: 'Check that this is a whole begroting or jaarverslag of a ministry that has one',
  });
}
