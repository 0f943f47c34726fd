/**
 * A printed page as data. All lengths are in points (1/72 inch). The origin is the upper left corner
 * of the visible page (its crop box after rotation): x runs to the right, y runs down.
 */
export interface Page {
  /** 1-based position in the file: what `#page=` in a URL counts. */
  readonly number: number;
  /** The page label of the file; null when it has none. The number printed on the page may differ. */
  readonly label: string | null;
  readonly width: number;
  readonly height: number;
  /** In content order, which need not be reading order. */
  readonly runs: readonly Run[];
  readonly rules: readonly Rule[];
  /** Backgrounds of cells, rows and headers; the background of the page itself is left out. */
  readonly boxes: readonly Box[];
  readonly links: readonly LinkArea[];
  /** Root of the structure tree's part on this page; null when the file is not tagged. */
  readonly tree: TreeNode | null;
  /** What it shows of text that may be missing; absent when nothing. */
  readonly signs?: readonly PageSign[];
}

/**
 * unfinished: its content ends while something in it is still open. malformed: it breaks the rules by which
 * every typesetter opens, places and closes texts. content-missing: the structure tree names content that
 * is not there. flipped: some text is mirrored, or upside down against the rest. off-page: much of its
 * text stands outside the visible page, or some of it far outside. too-small: some is smaller than any print.
 * letters-shifted: some letters stand otherwise to their neighbours than everywhere else.
 */
export type PageSign =
  | 'unfinished'
  | 'malformed'
  | 'content-missing'
  | 'flipped'
  | 'off-page'
  | 'too-small'
  | 'letters-shifted';

/** Glyphs drawn one after the other on one baseline in one font, without a gap. Never blank. */
export interface Run {
  /** NFC; soft hyphens dropped, ligatures U+FB00–FB06 and ĳ/Ĳ spelled out; no spaces inside. */
  readonly text: string;
  /** Left edge of the first glyph. */
  readonly x: number;
  /** Right edge of the last glyph. */
  readonly right: number;
  /**
   * y of the baseline, so that a larger value stands lower; of text on its side the height at which it is
   * read: of a text of one line that of its middle.
   */
  readonly baseline: number;
  /** Height of the font in points as drawn. */
  readonly size: number;
  /** Name of the font in the file, subset prefix left out. */
  readonly font: string;
  readonly bold: boolean;
  /** Marked-content id as the structure tree names it; null outside marked content. */
  readonly contentId: string | null;
  /** True when the file marks it as page furniture. */
  readonly artifact: boolean;
  /** True when a soft hyphen was dropped from its end: the word goes on at the next line. */
  readonly softHyphen: boolean;
  /** True when the file sets a blank directly before it, however narrow; absent otherwise. */
  readonly spaced?: boolean;
  /** Present when it stands on its side. */
  readonly turned?: Turned;
}

/** Where a text that stands on its side is drawn: x of its baseline, y of its beginning and of its end. */
export interface Turned {
  readonly axis: number;
  readonly from: number;
  readonly to: number;
}

/** A drawn line, or a filled box thin enough (under 2 points) to be seen as one. */
export interface Rule {
  readonly direction: 'horizontal' | 'vertical';
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** A filled upright rectangle of 2 points and more either way, in content order. Its colour is not known. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

/** A link annotation: the rectangle one can click and where it leads. */
export interface LinkArea {
  readonly url: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

export interface TreeNode {
  /** Table, TR, TH, TD, P, H1, … as the file names it. */
  readonly role: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** What the Headers attribute of its cells calls a header cell; absent when it has no name. */
  readonly id?: string;
  /** Names of the header cells of a cell, where the file gives them. */
  readonly headers?: readonly string[];
  /** A row of a table keeps its place but not its cells on pages where it has no content. */
  readonly children: readonly (TreeNode | { readonly contentId: string })[];
}

export interface OutlineItem {
  readonly title: string;
  /** 1-based page; null when the destination cannot be resolved. */
  readonly page: number | null;
}
