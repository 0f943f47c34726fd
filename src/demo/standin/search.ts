import { diagnosticAnswer, searchAnswer } from './answer.ts';
import { CqlError, parseCql } from './cql.ts';
import { queryProblem, runQuery } from './evaluate.ts';
import type { SruRecord } from './record.ts';
import { gatewayError, xml } from './reply.ts';
import type { Reply } from './reply.ts';

const MOST_RECORDS = 1000;
const DEFAULT_RECORDS = 10;
/** From here on the gateway gives up at once. */
const LAST_START = 10_000;

/** Answers GET /sru. `x-connection`, `version` and `recordSchema` are free, as on the real service. */
export function answerSearch(
  parameters: URLSearchParams,
  records: readonly SruRecord[],
  base: string,
): Reply {
  const operation = parameters.get('operation') ?? 'searchRetrieve';
  if (operation !== 'searchRetrieve') {
    return xml(diagnosticAnswer(`unsupported operation ${operation}`));
  }
  const startRecord = Math.max(1, Number(parameters.get('startRecord') ?? 1));
  const asked = Number(parameters.get('maximumRecords') ?? DEFAULT_RECORDS);
  if (!Number.isInteger(startRecord) || !Number.isInteger(asked) || asked < 0) {
    return xml(diagnosticAnswer('unsupported parameter value'));
  }
  if (startRecord >= LAST_START) return gatewayError(504);
  const maximumRecords = Math.min(asked, MOST_RECORDS);
  const query = parameters.get('query') ?? '';
  try {
    const parsed = parseCql(query);
    const problem = queryProblem(parsed);
    if (problem !== null) return xml(diagnosticAnswer(problem));
    const found = runQuery(parsed, records);
    const page = found.records.slice(startRecord - 1, startRecord - 1 + maximumRecords);
    return xml(
      searchAnswer({
        query,
        numberOfRecords: found.records.length,
        startRecord,
        maximumRecords,
        records: page,
        ignored: found.ignored,
        base,
      }),
    );
  } catch (error) {
    if (error instanceof CqlError) return xml(diagnosticAnswer(error.message));
    throw error;
  }
}
