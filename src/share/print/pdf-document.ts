/** Writes an accessible PDF: tagged, with title, language and embedded fonts. The same texts give the same bytes. */
import PDFDocument from 'pdfkit';
import type { Font } from 'fontkit';
import { currentBrand } from '@/brand/brand';
import { weaveBand } from '@/components/weave';
import type { Locale } from '@/i18n/locales';
import { oneLine } from '@/model/characters';
import { threadColour } from '../pictures/draw-band';
import type { Shape } from '../pictures/draw-card';
import { layOutLine } from '../pictures/line-pieces';
import { lineHeight, measureWidth, placeLine } from '../pictures/text-layout';
import { baselineShift } from '../pictures/typeface';

interface PdfOptions {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly locale: Locale;
  readonly title: string;
  /** The publisher. */
  readonly author: string;
  /** Day of the last change, `YYYY-MM-DD`: the build's would always be new. */
  readonly updated: string;
}

/**
 * The structure types of a document's parts, for screen readers:
 * https://pdfa.org/resource/tagged-pdf-best-practice-guide-syntax/
 */
type Tag = 'H1' | 'H2' | 'P' | 'Figure' | 'Link' | 'Table' | 'TR' | 'TH' | 'TD';

type Part<Kind extends Shape['kind']> = Omit<Extract<Shape, { kind: Kind }>, 'kind'>;

/** Draws the band of an id. */
function drawBand(doc: PDFKit.PDFDocument, id: string, { y, width, height }: Part<'band'>): void {
  const { light } = currentBrand();
  const band = weaveBand(id);
  doc.rect(0, y, width, height).fill(threadColour(light, band.ground));
  const scale = [width / band.width, height / band.height] as const;
  for (const { thread, d } of band.paths) {
    doc.save().translate(0, y + scale[1] / 2);
    doc.scale(...scale).path(d);
    doc.lineWidth(1).stroke(threadColour(light, thread)).restore();
  }
}

/** Letters whose glyphs depend on their neighbours. */
const isShaped = /[\p{Script=Arabic}\p{Script=Devanagari}]/u;

/** Creates a function that draws texts with embedded fonts. */
function createTextDrawer(doc: PDFKit.PDFDocument) {
  const fonts = new Map<Font, string>();
  /** Registered when it is first used. A typeface's subsets have the same name, and would be mixed up by it. */
  const nameOf = (font: Font): string => {
    const name = fonts.get(font) ?? `font-${fonts.size}`;
    if (!fonts.has(font)) doc.registerFont(name, font as unknown as PDFKit.Mixins.PDFFontSource);
    fonts.set(font, name);
    return name;
  };
  return ({ text, x, y, fill, url }: Part<'text'>) => {
    const { lines, size, weight } = text;
    for (const [index, line] of lines.entries()) {
      const top = y + index * size * lineHeight;
      const { direction, left } = placeLine(text, line);
      // Keeps the last word of a line apart from the first of the next, when read out or copied.
      const isBroken = direction === 'ltr' && index < lines.length - 1 && !/[-/]$/.test(line);
      for (const piece of layOutLine(isBroken ? `${line} ` : line, weight, direction)) {
        doc.font(nameOf(piece.font)).fontSize(size).fillColor(fill);
        const baseline = top + baselineShift(piece.font, weight) * size;
        doc.text(piece.text, x + left + piece.left * size, baseline, { lineBreak: false });
      }
      if (url !== undefined) doc.link(x, top, measureWidth(line, weight) * size, size * lineHeight, url);
    }
  };
}

/** Opens a document with its first page. Its parts are read out in the order in which they are added. */
export function openPdf({ width, height, locale, title, author, updated }: PdfOptions) {
  const day = new Date(`${updated}T00:00:00Z`);
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: locale,
    displayTitle: true,
    info: { Title: oneLine(title), Author: oneLine(author), CreationDate: day, ModDate: day },
  });
  const bytes: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => bytes.push(chunk));
  const ended = new Promise<void>((resolve) => doc.once('end', resolve));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const drawText = createTextDrawer(doc);
  /** Adds a decorative part. */
  const ornament = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  };
  return {
    doc,
    ornament,
    band: (id: string, area: Part<'band'>) => ornament(() => drawBand(doc, id, area)),
    figure: (alt: string, draw: () => void) => root.add(doc.struct('Figure', { alt }, draw)),
    /** Adds a part that has others: a table, a row. */
    group(tag: Tag, within = root) {
      const element = doc.struct(tag);
      within.add(element);
      return element;
    },
    text(tag: Tag, part: Part<'text'>, within = root) {
      const letters = part.text.lines.join(' ');
      // Where glyphs aren't in the order of the letters, or stand for several, the letters themselves are for screen readers.
      const actual = isShaped.test(letters) ? { actual: letters } : {};
      within.add(doc.struct(tag, actual, () => drawText(part)));
    },
    /** Resolves to the file. */
    async end(): Promise<Uint8Array> {
      root.end();
      doc.end();
      await ended;
      return Buffer.concat(bytes);
    },
  };
}

export type Pdf = ReturnType<typeof openPdf>;
