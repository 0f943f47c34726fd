import { z } from 'zod';
import { editionId, parseEditionId } from '../edition/edition.ts';
import type { Phase, StatedEdition } from '../edition/edition.ts';
import { decodeJson } from '../failure/decode.ts';
import { parseArticles } from '../study/articles.ts';
import { parseCompletion } from '../study/completion.ts';
import type { Extraction } from '../study/extraction.ts';
import { parseStatus } from '../study/status.ts';
import type { Place, Printed, Study } from '../study/study.ts';
import { annexSchema, noticeSchema } from './annex-schema.ts';
import { phaseSchema } from './edition-schema.ts';
import { SNAPSHOT_VERSION } from './migrations.ts';
import {
  completionSchema,
  footnoteSchema,
  linkSchema,
  placeSchema,
  statusSchema,
} from './study-schema.ts';

const text = z.string().nullable();
const optionalText = z.exactOptional(text);

const sidePrintedSchema = z.object({
  title: text.default(null),
  type: text.default(null),
  completion: text.default(null),
  status: text.default(null),
  conclusions: text.default(null),
  description: text.default(null),
  articles: text.default(null),
  theme: text.default(null),
  subtheme: text.default(null),
});

const sideStudySchema = z.object({
  printed: sidePrintedSchema,
  title: z.exactOptional(z.string()),
  type: optionalText,
  conclusions: optionalText,
  description: optionalText,
  theme: optionalText,
  subtheme: optionalText,
  completion: z.exactOptional(completionSchema.nullable()),
  status: z.exactOptional(statusSchema.nullable()),
  statusCompletion: z.exactOptional(z.int()),
  articles: z.exactOptional(z.array(z.string())),
  links: z.array(linkSchema).default([]),
  footnotes: z.array(footnoteSchema).default([]),
  place: z.exactOptional(placeSchema),
});

const sideSchema = z.object({
  // An extraction JSON, or a snapshot of any form so far: what is needed of them is the same.
  schemaVersion: z.int().min(1).max(SNAPSHOT_VERSION).default(1),
  edition: z
    .object({
      id: text.default(null),
      chapter: text.default(null),
      year: z.int().nullable().default(null),
      phase: phaseSchema.nullable().default(null),
      dossier: text.default(null),
      number: text.default(null),
    })
    .prefault({}),
  annex: annexSchema.nullable().default(null),
  studies: z.array(sideStudySchema),
  notices: z.array(noticeSchema).default([]),
});

/** Where a study stands when the JSON does not say: page 0 is no page. */
const NOWHERE: Place = { page: 0, pageLabel: null, toPage: 0, table: null, row: null };

/**
 * Reads one side of `diff`: an extraction JSON or a snapshot file whose studies may carry no more
 * than `printed`. What is left out is parsed from the printed cells; a cell that is left out is one
 * without a column. A study without any title keeps "", which is never matched.
 * Throws a Failure `usage` that names the file and the place in it.
 */
export function decodeSide(json: string, name: string): Extraction {
  const side = decodeJson(sideSchema, json, name, {
    kind: 'usage',
    what: 'an extraction JSON or a snapshot',
    remedy:
      'Give what "begrotingswacht extract --format json" prints, a snapshot file, a PDF or an edition id',
  });
  return {
    schemaVersion: 1,
    edition: completeEdition(side.edition),
    annex: side.annex,
    account: null,
    studies: side.studies.map(completeStudy),
    notices: side.notices,
  };
}

/** An edition id says chapter, year and phase, and those three say the id. */
function completeEdition(edition: StatedEdition): StatedEdition {
  const parsed = edition.id === null ? null : parseEditionId(edition.id);
  const chapter = edition.chapter ?? parsed?.chapter ?? null;
  const year = edition.year ?? parsed?.year ?? null;
  const phase: Phase | null = edition.phase ?? parsed?.phase ?? null;
  const known = chapter !== null && year !== null && phase !== null;
  const id = edition.id ?? (known ? editionId(chapter, year, phase) : null);
  return { ...edition, id, chapter, year, phase };
}

function completeStudy(study: z.output<typeof sideStudySchema>): Study {
  const printed: Printed = study.printed;
  const { status, statusCompletion } =
    study.status === undefined ? parseStatus(printed.status) : study;
  return {
    title: study.title ?? printed.title ?? '',
    type: orPrinted(study.type, printed.type),
    conclusions: orPrinted(study.conclusions, printed.conclusions),
    description: orPrinted(study.description, printed.description),
    theme: orPrinted(study.theme, printed.theme),
    subtheme: orPrinted(study.subtheme, printed.subtheme),
    completion:
      study.completion === undefined ? parseCompletion(printed.completion) : study.completion,
    status: status ?? null,
    ...(statusCompletion === undefined ? {} : { statusCompletion }),
    articles: study.articles ?? parseArticles(printed.articles),
    links: study.links,
    footnotes: study.footnotes,
    printed,
    place: study.place ?? NOWHERE,
  };
}

/** null is a statement of its own (no such column); only what is left out is taken from the cell. */
function orPrinted(given: string | null | undefined, printed: string | null): string | null {
  return given === undefined ? printed : given;
}
