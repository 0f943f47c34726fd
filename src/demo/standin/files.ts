import { metadataXml } from './answer.ts';
import type { Paper } from './paper.ts';
import { recordAt } from './record.ts';
import type { SruRecord } from './record.ts';
import { notFound, pdf, redirect, withdrawnPage, xml } from './reply.ts';
import type { Reply } from './reply.ts';

const REPOSITORY_FILE = /^(?<folder>\/frbr\/.+)\/(?<manifestation>[a-z]+)\/(?<file>[^/]+)$/u;
const SITE_PDF = /^\/(?<identifier>[a-z]+-[^/.]+)\.pdf$/u;
const SITE_XML = /^\/(?<identifier>[a-z]+-[^/.]+)\.xml$/u;
const SITE_METADATA = /^\/(?<identifier>[a-z]+-[^/.]+)\/metadata\.xml$/u;
const SITE_PAPER = /^\/(?<identifier>[a-z]+-[^/.]+)$/u;

/**
 * Answers what the repository and the site have under the same address here: a paper's PDF, its XML
 * where there is one, and its metadata. The other manifestations are named by the records but not kept: they are 404, as those of
 * a paper are in its first days.
 */
export async function answerFile(
  path: string,
  papers: readonly Paper[],
  now: Date,
): Promise<Reply> {
  const records = papers.flatMap((paper) => recordAt(paper, now) ?? []);
  const byId = (id: string | undefined): SruRecord | undefined =>
    records.find(({ identifier }) => identifier === id);

  const repository = REPOSITORY_FILE.exec(path)?.groups;
  if (repository) {
    const { folder, manifestation, file } = repository;
    const record = records.find((it) => it.folder === folder);
    if (record && manifestation === 'pdf' && file === `${record.identifier}.pdf`) {
      return printOf(record);
    }
    if (record && manifestation === 'xml' && file === `${record.identifier}.xml`) {
      return xmlOf(record);
    }
    const metadata = manifestation === 'metadata' && file === 'metadata.xml';
    return record && metadata ? xml(metadataXml(record)) : notFound();
  }
  const print = byId(SITE_PDF.exec(path)?.groups?.['identifier']);
  if (print) return printOf(print);
  const edition = byId(SITE_XML.exec(path)?.groups?.['identifier']);
  if (edition) return xmlOf(edition);
  const described = byId(SITE_METADATA.exec(path)?.groups?.['identifier']);
  if (described) return xml(metadataXml(described));
  const identifier = SITE_PAPER.exec(path)?.groups?.['identifier'];
  if (identifier === undefined) return notFound();
  const paper = papers.find(
    (it) => it.publication === identifier || it.unformatted?.publication === identifier,
  );
  const current = paper && recordAt(paper, now);
  return current ? redirect(`/${current.identifier}.pdf`) : notFound();
}

async function xmlOf(record: SruRecord): Promise<Reply> {
  if (record.withdrawn) return withdrawnPage();
  return record.readXml === null ? notFound() : xml(await record.readXml());
}

async function printOf(record: SruRecord): Promise<Reply> {
  return record.withdrawn ? withdrawnPage() : pdf(await record.read());
}
