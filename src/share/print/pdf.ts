/** Writes an accessible PDF: tagged, with title, language and embedded fonts. The same texts give the same bytes. */
import PDFDocument from 'pdfkit';
import type { Locale } from '@/i18n/locales';
import { oneLine } from '@/model/characters';
import type { Font } from 'fontkit';
import { layOutLine } from '../pictures/line-pieces';
import { lineHeight, measureHeight, measureWidth, placeLine, type TextLayout } from '../pictures/text-layout';
import { baselineShift } from '../pictures/typeface';

interface PdfOptions {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly locale: Locale;
  readonly title: string;
  /** The publisher. */
  readonly author: string;
  /** The document's date: the day of the last change, since the build's date would always be new. */
  readonly updated: string;
}

/**
 * The structure types of a page's parts, for screen readers:
 * https://pdfa.org/resource/tagged-pdf-best-practice-guide-syntax/
 */
export type Tag = 'H1' | 'H2' | 'P' | 'Figure' | 'Link' | 'Table' | 'TR' | 'TH' | 'TD';

type Element = PDFKit.PDFStructureElement;

/** A PDF under construction. Its parts are read out in the order in which they are added. */
export class Pdf {
  /** The document itself, for what needs no tag. */
  readonly doc: PDFKit.PDFDocument;
  readonly #root: Element;
  readonly #bytes: Buffer[] = [];
  readonly #ended: Promise<void>;
  readonly #locale: Locale;
  readonly #fonts = new Map<Font, string>();

  constructor({ width, height, locale, title, author, updated }: PdfOptions) {
    const day = new Date(`${updated}T00:00:00Z`);
    this.#locale = locale;
    this.doc = new PDFDocument({
      size: [width, height],
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: locale,
      displayTitle: true,
      info: { Title: oneLine(title), Author: oneLine(author), CreationDate: day, ModDate: day },
    });
    this.doc.on('data', (chunk: Buffer) => this.#bytes.push(chunk));
    this.#ended = new Promise((resolve) => this.doc.once('end', resolve));
    this.#root = this.doc.struct('Document');
    this.doc.addStructure(this.#root);
  }

  /** Adds a part with content; `draw` draws it, `alt` is a figure's alternative text. */
  part(tag: Tag, draw: () => void, { lang, alt, actual, within }: PartOptions = {}): void {
    const options = {
      ...(lang && lang !== this.#locale ? { lang } : {}),
      ...(alt === undefined ? {} : { alt }),
      ...(actual === undefined ? {} : { actual }),
    };
    (within ?? this.#root).add(this.doc.struct(tag, options, draw));
  }

  /** Adds a part with children: a list, a table, a row. */
  group(tag: Tag, fill: (element: Element) => void, within?: Element): void {
    const element = this.doc.struct(tag);
    (within ?? this.#root).add(element);
    fill(element);
    element.end();
  }

  /** Adds a decorative part. */
  ornament(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  rectangle(x: number, y: number, width: number, height: number, fill: string): void {
    this.doc.rect(x, y, width, height).fill(fill);
  }

  /** Draws the border of a rectangle. */
  frame(x: number, y: number, width: number, height: number, stroke: string, thickness: number): void {
    this.doc.lineWidth(thickness).rect(x, y, width, height).stroke(stroke);
  }

  /** Draws an SVG path, moved and scaled. With `stroked` it has a stroke one unit wide, else it is filled. */
  path(
    d: string,
    at: { x: number; y: number; scale: readonly [number, number] },
    colour: string,
    stroked = false,
  ): void {
    this.doc
      .save()
      .translate(at.x, at.y)
      .scale(...at.scale);
    this.doc.path(d);
    if (stroked) this.doc.lineWidth(1).stroke(colour);
    else this.doc.fill(colour);
    this.doc.restore();
  }

  /**
   * The name of a font, which is registered when it is first used. A typeface's subsets have the same name, and would be
   * mixed up by it.
   */
  #nameOf(font: Font): string {
    const known = this.#fonts.get(font);
    if (known !== undefined) return known;
    const name = `font-${this.#fonts.size}`;
    this.#fonts.set(font, name);
    this.doc.registerFont(name, font as unknown as PDFKit.Mixins.PDFFontSource);
    return name;
  }

  /**
   * Adds a part with laid-out text, with its upper left corner at `x`, `y`. Where glyphs aren't in the order of the
   * letters, or stand for several, the letters themselves are for screen readers.
   */
  textPart(
    tag: Tag,
    text: TextLayout,
    { x, y, colour, link }: { x: number; y: number; colour: string; link?: string | undefined },
    options: PartOptions = {},
  ): void {
    const letters = text.lines.join(' ');
    const actual = isShaped.test(letters) ? { actual: letters } : {};
    this.part(tag, () => this.#text(text, x, y, colour, link), { ...options, ...actual });
  }

  #text(text: TextLayout, x: number, y: number, colour: string, link?: string): void {
    const { lines, size, weight } = text;
    for (const [index, line] of lines.entries()) {
      const top = y + index * size * lineHeight;
      const { direction, left } = placeLine(text, line);
      // Keeps the last word of a line apart from the first of the next, when read out or copied.
      const isBroken = direction === 'ltr' && index < lines.length - 1 && !/[-/]$/.test(line);
      for (const piece of layOutLine(isBroken ? `${line} ` : line, weight, direction)) {
        this.doc.font(this.#nameOf(piece.font)).fontSize(size).fillColor(colour);
        const baseline = top + baselineShift(piece.font, weight) * size;
        this.doc.text(piece.text, x + left + piece.left * size, baseline, { lineBreak: false });
      }
      if (link !== undefined)
        this.doc.link(x, top, measureWidth(line, weight) * size, size * lineHeight, link);
    }
  }

  /** Resolves to the file. */
  async end(): Promise<Uint8Array> {
    this.#root.end();
    this.doc.end();
    await this.#ended;
    return Buffer.concat(this.#bytes);
  }
}

interface PartOptions {
  readonly lang?: Locale;
  readonly alt?: string;
  /** The text itself, where the glyphs don't say it. */
  readonly actual?: string;
  readonly within?: Element;
}

interface TextOptions {
  readonly colour: string;
  /** The distance to the next text. */
  readonly gap: number;
  readonly lang?: Locale | undefined;
  readonly link?: string | undefined;
}

/** Texts below each other, with the upper left corner of the next one at `x`, `y`. */
export class TextColumn {
  constructor(
    readonly pdf: Pdf,
    readonly x: number,
    public y: number,
  ) {}

  /** Adds a text; nothing where there is none. */
  add(tag: Tag, text: TextLayout | undefined, { colour, gap, lang, link }: TextOptions): void {
    if (!text) return;
    this.pdf.textPart(tag, text, { x: this.x, y: this.y, colour, link }, lang && { lang });
    this.y += measureHeight(text) + gap;
  }
}

/** Letters whose glyphs depend on their neighbours. */
const isShaped = /[\p{Script=Arabic}\p{Script=Devanagari}]/u;
