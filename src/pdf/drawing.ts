import type { Extent } from './extent.ts';
import type { Matrix, Point } from './matrix.ts';

/** What a page draws, in content order, in points from the upper left corner of the visible page. */
export interface Drawing {
  readonly glyphs: readonly Glyph[];
  readonly shapes: readonly Shape[];
  /** Ids of all marked content that was opened, also of content without text. */
  readonly contentIds: ReadonlySet<string>;
}

export interface Glyph {
  /** As the font maps it; more than one character for a ligature, blank for a space. */
  readonly text: string;
  /** Start and end of its advance on the baseline. */
  readonly start: Point;
  readonly end: Point;
  /** Where the next glyph comes without a positioning operator: the end and the character spacing. */
  readonly pen: Point;
  /** Unit vector along the baseline. */
  readonly direction: Point;
  /** As in a mirror: no turn of the page makes it readable. */
  readonly mirrored: boolean;
  /** Font height across the baseline, in points as drawn. */
  readonly size: number;
  readonly font: Font;
  /** Filled and outlined: how typesetters without a bold font make one. */
  readonly thickened: boolean;
  /** Text rendering mode 3: the text layer of a scan. */
  readonly invisible: boolean;
  /** An operator placed it anew; it does not just follow the glyph before. */
  readonly placed: boolean;
  readonly content: Content;
}

/** A sequence of marked content. */
export interface Content {
  readonly id: string | null;
  readonly artifact: boolean;
  /** In a layer that is switched off. */
  readonly hidden: boolean;
}

export interface Font {
  /** Subset prefix left out. */
  readonly name: string;
  readonly bold: boolean;
  /** Width units of its glyphs in text space, mostly 1/1000. */
  readonly unit: number;
  /** Height in text space of a font of this size: the size itself, but for some fonts drawn by procedures. */
  readonly em: (fontSize: number) => number;
  readonly vertical: boolean;
}

/** One painted path. */
export interface Shape {
  readonly stroke: boolean;
  readonly fill: boolean;
  /** Width of the stroke in points as drawn. */
  readonly lineWidth: number;
  /** What of it is seen; null for all. */
  readonly clip: Extent | null;
  readonly subpaths: readonly Subpath[];
}

export interface Subpath {
  readonly corners: readonly Point[];
  readonly closed: boolean;
  /** False for a straight part of an outline that also has curves. */
  readonly straight: boolean;
}

/** A page description as pdf.js gives it. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

export interface Surroundings {
  /** User space to the visible page. */
  readonly view: Matrix;
  /** Prefix of marked-content ids on this page: `p12R`. */
  readonly pageId: string;
  readonly font: (id: string) => Font;
  /** Whether a layer is switched on. */
  readonly isVisible: (layer: unknown) => boolean;
}
