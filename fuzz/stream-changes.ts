import type { Draws } from './draws.ts';
import { EXTREMES, replaceOne } from './replace-one.ts';

/** Changes what a stream holds, which may be the operators of a page. */
type StreamChange = (content: string, draws: Draws) => string;

const NUMBER = /(?<![\w/#<])-?\d+(?:\.\d+)?(?![\w.>])/g;
const OPERATORS = 'q Q BT ET Tj TJ Td Tm T* Tf cm Do BDC EMC re f S W Tr Ts'.split(' ');
const FRAGMENTS = [
  ...OPERATORS,
  '(',
  '<',
  ']',
  '<<',
  '/X Do',
  '1 0 0 1 0 900 cm',
  '3 Tr',
  '\u0000\u0001\u0002',
  '0 0 0 0 0 0 cm',
];

/** A stretch of lines, mostly short. */
function stretch(lines: readonly string[], draws: Draws): { at: number; count: number } {
  return { at: draws.below(lines.length), count: 1 + draws.below(draws.one([1, 4, 40])) };
}

export const STREAM_CHANGES: Readonly<Record<string, StreamChange>> = {
  drop(content, draws) {
    const lines = content.split('\n');
    const { at, count } = stretch(lines, draws);
    return lines.toSpliced(at, count).join('\n');
  },
  repeat(content, draws) {
    const lines = content.split('\n');
    const { at, count } = stretch(lines, draws);
    return lines.toSpliced(at, 0, ...lines.slice(at, at + count)).join('\n');
  },
  move(content, draws) {
    const lines = content.split('\n');
    const { at, count } = stretch(lines, draws);
    const rest = lines.toSpliced(at, count);
    return rest.toSpliced(draws.below(rest.length), 0, ...lines.slice(at, at + count)).join('\n');
  },
  number: (content, draws) =>
    replaceOne(
      content,
      NUMBER,
      (old) =>
        draws.one([
          ...EXTREMES,
          `-${old}`,
          `${old}0`,
          String(Number(old) + 10),
          String(Number(old) - 10),
        ]),
      draws,
    ) ?? '',
  operator: (content, draws) =>
    replaceOne(content, /(?<=\s)[A-Za-z*]{1,3}(?=\s)/g, () => draws.one(OPERATORS), draws) ?? '',
  insert(content, draws) {
    const lines = content.split('\n');
    return lines.toSpliced(draws.below(lines.length), 0, draws.one(FRAGMENTS)).join('\n');
  },
  letters: (content, draws) =>
    replaceOne(
      content,
      /<[0-9a-f]{4,}>/gi,
      () => draws.one(['<>', '<0', '<ffff>', '<0000>', `<${'0001'.repeat(2000)}>`]),
      draws,
    ) ?? '',
  cut: (content, draws) => content.slice(0, draws.below(content.length)),
  block: (content, draws) => replaceOne(content, /\bBT\b[\s\S]*?\bET\b/g, () => '', draws) ?? '',
  nest: (content, draws) => 'q\n'.repeat(1 + draws.below(2000)) + content,
};
