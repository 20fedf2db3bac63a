/** A PDF that can be read aloud: tagged, with its title and language, its fonts within it. The same words, the same bytes. */
import PDFDocument from 'pdfkit';
import type { Locale } from '@/i18n/locales';
import { oneLine } from '@/model/characters';
import { leading, runsOf, widthOf, type SetText } from '../pictures/set-text';
import { fontsOf, type FontWeight } from '../pictures/typeface';

export interface PdfOptions {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly locale: Locale;
  readonly title: string;
  /** Who publishes it. */
  readonly author: string;
  /** The day that it says it was made: that of the last change, since a build's own would be new each time. */
  readonly updated: string;
}

/** What a part of the page is, for those who hear it: https://pdfa.org/resource/tagged-pdf-best-practice-guide-syntax/ */
export type Tag = 'H1' | 'H2' | 'P' | 'Figure' | 'Link' | 'Table' | 'TR' | 'TH' | 'TD';

type Element = PDFKit.PDFStructureElement;

/** A page that is being drawn. Its parts are heard in the order in which they are added. */
export class Pdf {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: Element;
  readonly #bytes: Buffer[] = [];
  readonly #ended: Promise<void>;
  readonly #locale: Locale;

  constructor({ width, height, locale, title, author, updated }: PdfOptions) {
    const day = new Date(`${updated}T00:00:00Z`);
    this.#locale = locale;
    this.#doc = new PDFDocument({
      size: [width, height],
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      lang: locale,
      displayTitle: true,
      info: { Title: oneLine(title), Author: oneLine(author), CreationDate: day, ModDate: day },
    });
    this.#doc.on('data', (chunk: Buffer) => this.#bytes.push(chunk));
    this.#ended = new Promise((resolve) => this.#doc.once('end', resolve));
    for (const weight of [400, 700] as const) {
      for (const [index, font] of fontsOf(weight).entries())
        this.#doc.registerFont(nameOf(weight, index), font as unknown as PDFKit.Mixins.PDFFontSource);
    }
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  /** A part that says something; `draw` draws it, `alt` says what a figure shows. */
  part(tag: Tag, draw: () => void, { lang, alt, within }: PartOptions = {}): void {
    const options = {
      ...(lang && lang !== this.#locale ? { lang } : {}),
      ...(alt === undefined ? {} : { alt }),
    };
    (within ?? this.#root).add(this.#doc.struct(tag, options, draw));
  }

  /** A part that holds others: a list, a table, a row. */
  group(tag: Tag, fill: (element: Element) => void, within?: Element): void {
    const element = this.#doc.struct(tag);
    (within ?? this.#root).add(element);
    fill(element);
    element.end();
  }

  /** What is only to be looked at. */
  ornament(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#doc.endMarkedContent();
  }

  rectangle(x: number, y: number, width: number, height: number, fill: string): void {
    this.#doc.rect(x, y, width, height).fill(fill);
  }

  /** The edge of a rectangle. */
  frame(x: number, y: number, width: number, height: number, stroke: string, thickness: number): void {
    this.#doc.lineWidth(thickness).rect(x, y, width, height).stroke(stroke);
  }

  /** An SVG path, moved and scaled. With `stroked` it is drawn one unit wide, else filled. */
  path(
    d: string,
    at: { x: number; y: number; scale: readonly [number, number] },
    colour: string,
    stroked = false,
  ): void {
    this.#doc
      .save()
      .translate(at.x, at.y)
      .scale(...at.scale);
    this.#doc.path(d);
    if (stroked) this.#doc.lineWidth(1).stroke(colour);
    else this.#doc.fill(colour);
    this.#doc.restore();
  }

  /** Set text, its upper left corner at `x`, `y`. */
  text({ lines, size, weight }: SetText, x: number, y: number, colour: string, link?: string): void {
    for (const [index, line] of lines.entries()) {
      const top = y + index * size * leading;
      let left = x;
      // Read aloud or copied, the last word of a line isn't one with the first of the next.
      const isBroken = index < lines.length - 1 && !/[-/]$/.test(line);
      for (const run of runsOf(isBroken ? `${line} ` : line, weight)) {
        this.#doc
          .font(nameOf(weight, fontsOf(weight).indexOf(run.font)))
          .fontSize(size)
          .fillColor(colour);
        this.#doc.text(run.text, left, top, { lineBreak: false });
        left += (run.font.layout(run.text).advanceWidth / run.font.unitsPerEm) * size;
      }
      if (link !== undefined) this.#doc.link(x, top, widthOf(line, weight) * size, size * leading, link);
    }
  }

  /** Another page of the same size. */
  addPage(): void {
    this.#doc.addPage();
  }

  /** Draws everything smaller or larger from here on. */
  scale(factor: number): void {
    this.#doc.scale(factor);
  }

  /** Resolves to the file. */
  async end(): Promise<Uint8Array> {
    this.#root.end();
    this.#doc.end();
    await this.#ended;
    return Buffer.concat(this.#bytes);
  }
}

interface PartOptions {
  readonly lang?: Locale;
  readonly alt?: string;
  readonly within?: Element;
}

/** The parts of the typeface have one name of their own, and would be taken for each other by it. */
const nameOf = (weight: FontWeight, index: number) => `${weight}-${index}`;
