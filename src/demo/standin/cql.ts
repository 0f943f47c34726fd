/** A query of the stand-in: the part of CQL (OASIS searchRetrieve 1.0, part 5) that its clients use. */
export interface Query {
  readonly where: Expression;
  readonly sortBy: readonly SortKey[];
}

export interface Clause {
  readonly kind: 'clause';
  readonly index: string;
  readonly relation: Relation;
  readonly term: string;
}

export type Expression =
  Clause | { readonly kind: Boolean; readonly left: Expression; readonly right: Expression };

export type Boolean = 'AND' | 'OR' | 'NOT';

export interface SortKey {
  readonly index: string;
  readonly descending: boolean;
}

export const RELATIONS = ['==', '=', '>=', '<=', '>', '<', 'all', 'any'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What the service answers to text that is no query: the words its parser uses. */
export class CqlError extends Error {
  override readonly name = 'CqlError';
}

interface Token {
  readonly text: string;
  readonly quoted: boolean;
  /** 0-based column. */
  readonly at: number;
}

const TOKEN =
  /(?<space>\s*)(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<sign>==|>=|<=|[()=<>])|(?<word>[^\s"()=<>]+))/uy;
const BOOLEANS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);

/**
 * Booleans are of equal rank and read from the left, as CQL says; they are upper-case, as in all
 * clients of the service. Throws a CqlError for anything else than a whole query.
 */
export function parseCql(text: string): Query {
  const tokens = tokenize(text);
  let position = 0;

  function peek(): Token | null {
    return tokens[position] ?? null;
  }
  function next(expected: string): Token {
    const token = peek();
    if (!token) throw mismatch(text.length, '<EOF>', expected);
    position += 1;
    return token;
  }
  function isNext(...words: readonly string[]): boolean {
    const token = peek();
    return token !== null && !token.quoted && words.includes(token.text);
  }

  function expression(): Expression {
    let left = operand();
    while (isNext(...BOOLEANS)) {
      const kind = next('a boolean').text as Boolean;
      left = { kind, left, right: operand() };
    }
    return left;
  }
  function operand(): Expression {
    if (!isNext('(')) return clause();
    next('(');
    const inner = expression();
    const close = next(')');
    if (close.quoted || close.text !== ')') throw mismatch(close.at, close.text, ')');
    return inner;
  }
  function clause(): Clause {
    const index = word('an index');
    const relation = next('a relation');
    if (relation.quoted || !isRelation(relation.text)) {
      throw mismatch(relation.at, relation.text, RELATIONS.join(', '));
    }
    const term = next('a term');
    if (!term.quoted && !isWord(term.text)) throw mismatch(term.at, term.text, 'a term');
    return { kind: 'clause', index, relation: relation.text, term: term.text };
  }
  function word(expected: string): string {
    const token = next(expected);
    if (token.quoted || !isWord(token.text)) throw mismatch(token.at, token.text, expected);
    return token.text;
  }
  function sortKeys(): readonly SortKey[] {
    const keys: SortKey[] = [];
    while (peek()) {
      const [index = '', direction = 'sort.ascending', ...rest] = word('a sort key').split('/');
      if (!/^sort\.(?:ascending|descending)$/u.test(direction) || rest.length > 0) {
        throw new CqlError(`unsupported sort modifier ${direction}`);
      }
      keys.push({ index, descending: direction === 'sort.descending' });
    }
    if (keys.length === 0) throw mismatch(text.length, '<EOF>', 'a sort key');
    return keys;
  }

  const where = expression();
  const rest = peek();
  if (!rest) return { where, sortBy: [] };
  if (!isNext('sortBy')) throw mismatch(rest.at, rest.text, '{<EOF>, AND, OR, NOT, PROX, SORTBY}');
  next('sortBy');
  return { where, sortBy: sortKeys() };
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  let at = 0;
  while (at < end) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) throw mismatch(at, text.slice(at, at + 10), 'a term');
    const { space = '', quoted, sign, word } = match.groups ?? {};
    const shown = quoted?.replace(/\\(.)/gu, '$1') ?? sign ?? word ?? '';
    tokens.push({ text: shown, quoted: quoted !== undefined, at: at + space.length });
    at = TOKEN.lastIndex;
  }
  return tokens;
}

function isRelation(text: string): text is Relation {
  return RELATIONS.some((relation) => relation === text);
}

function isWord(text: string): boolean {
  return !/[()=<>]/u.test(text) && !BOOLEANS.has(text) && text !== 'sortBy';
}

function mismatch(at: number, found: string, expected: string): CqlError {
  return new CqlError(`line 1:${at} mismatched input '${found}' expecting ${expected}`);
}
