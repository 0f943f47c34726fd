/** [a, b, c, d, e, f] as in a PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that first does `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

export function translate(matrix: Matrix, x: number, y: number): Matrix {
  const { x: e, y: f } = transform(matrix, x, y);
  return [matrix[0], matrix[1], matrix[2], matrix[3], e, f];
}

export function transform(matrix: Matrix, x: number, y: number): Point {
  return {
    x: matrix[0] * x + matrix[2] * y + matrix[4],
    y: matrix[1] * x + matrix[3] * y + matrix[5],
  };
}

/** The factor by which the matrix enlarges an area. */
export function areaScale(matrix: Matrix): number {
  return Math.abs(orientation(matrix));
}

/**
 * Its determinant: below 0 when it mirrors. To the visible page, where y runs down, readable text is
 * mirrored once.
 */
export function orientation([a, b, c, d]: Matrix): number {
  return a * d - b * c;
}

export function toMatrix(values: ArrayLike<number>): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(values);
  return [a, b, c, d, e, f];
}

/** To a thousandth of a point: equal positions then compare equal, whatever matrices led to them. */
export function rounded(length: number): number {
  return Math.round(length * 1000) / 1000 + 0;
}
