import type { Draws } from './draws.ts';
import type { PdfFile, PdfObject } from './pdf-objects.ts';
import { EXTREMES, replaceOne } from './replace-one.ts';

type ObjectChange = (file: PdfFile, object: PdfObject, draws: Draws) => PdfFile;

const REFERENCE = /\b\d+ 0 R\b/g;
const NUMBER = /(?<![\w/#])-?\d+(?:\.\d+)?(?![\w.])/g;
const NAMES =
  '/Type /Kids /Count /Parent /Length /Filter /Font /Contents /Resources /MediaBox /CropBox /Rotate /W /Widths /ToUnicode /K /S /P /Pg /First /Next /Dest /Annots'.split(
    ' ',
  );
const VALUES = ['null', '[]', '<< >>', '(x)', '[[[[[[[[[]]]]]]]]]', 'true', '<ff', '<< /A', ''];

function withValue(file: PdfFile, object: PdfObject, value: string | null): PdfFile {
  const index = file.objects.indexOf(object);
  return { ...file, objects: file.objects.with(index, { ...object, value: value ?? 'null' }) };
}

export const OBJECT_CHANGES: Readonly<Record<string, ObjectChange>> = {
  delete: (file, object) => ({ ...file, objects: file.objects.filter((it) => it !== object) }),
  'body of another in': (file, object, draws) =>
    withValue(file, object, draws.one(file.objects).value),
  'reference to another in': (file, object, draws) => {
    const other = `${draws.one(file.objects).number} 0 R`;
    return withValue(
      file,
      object,
      replaceOne(object.value, REFERENCE, () => other, draws),
    );
  },
  'reference to itself in': (file, object, draws) => {
    const own = `${object.number} 0 R`;
    return withValue(
      file,
      object,
      replaceOne(object.value, REFERENCE, () => own, draws),
    );
  },
  'number in': (file, object, draws) =>
    withValue(
      file,
      object,
      replaceOne(object.value, NUMBER, () => draws.one(EXTREMES), draws),
    ),
  'name in': (file, object, draws) =>
    withValue(
      file,
      object,
      replaceOne(object.value, /\/[A-Za-z]+/g, () => draws.one(NAMES), draws),
    ),
  'value of': (file, object, draws) => withValue(file, object, draws.one(VALUES)),
  'trailer and': (file, object, draws) => ({
    ...file,
    trailer: draws.one([
      file.trailer.replace(/\/Root \d+ 0 R/, `/Root ${object.number} 0 R`),
      file.trailer.replace(/\/Size \d+/, `/Size ${draws.one(EXTREMES)}`),
      file.trailer.replace(/>>$/, `/Prev ${draws.below(100_000)} >>`),
      '<< >>',
    ]),
  }),
};
