/**
 * Writes a sheet as an accessible PDF of one page: tagged, with title, language and embedded fonts. The same texts give the same
 * bytes.
 */
import PDFDocument from 'pdfkit';
import type { Font } from 'fontkit';
import { currentBrand } from '@/brand/brand';
import { weaveBand } from '@/components/weave';
import { oneLine } from '@/model/characters';
import { papers } from '@/views/share/papers';
import type { Poster } from '@/views/share/site-sheets';
import { threadColour } from '../pictures/draw-band';
import { layOutCard, type CardLook, type Shape } from '../pictures/draw-card';
import { layOutLine } from '../pictures/line-pieces';
import { lineHeight, measureWidth, placeLine } from '../pictures/text-layout';
import { baselineShift } from '../pictures/typeface';

/** The layout is for A4, in points; smaller papers scale it down. */
const look: CardLook = {
  ...papers.a4,
  margin: 52,
  band: 104,
  foot: 26,
  drawing: { width: papers.a4.width, height: 168 },
  code: 190,
  titles: [64, 58, 52, 47, 42, 37, 32, 28, 24, 20],
  small: [21, 19, 17, 15, 13],
  smaller: [11],
  actions: [26, 23, 20, 17, 14],
  addresses: [19, 17, 15, 13, 12, 11, 10, 9, 8],
  addressHeight: 66,
};

/** The size of the picture below the band, in points. */
export const posterDrawing = look.drawing;

type Shown<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

/** Draws the band of an id. */
function drawBand(doc: PDFKit.PDFDocument, id: string, { y, width, height }: Shown<'band'>): void {
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
  return ({ text, x, y, fill, url }: Shown<'text'>) => {
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

/** Draws the sheet, with `drawing` as its picture (JPEG). Its parts are read out in the order in which they are added. */
export async function drawPosterPdf(
  { paper, card, locale, updated }: Poster,
  drawing?: Buffer,
): Promise<Uint8Array> {
  const { width, height } = papers[paper];
  // Of the last change, since the build's date would always be new.
  const day = new Date(`${updated}T00:00:00Z`);
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: locale,
    displayTitle: true,
    info: {
      Title: oneLine(card.title),
      Author: oneLine(card.service ?? ''),
      CreationDate: day,
      ModDate: day,
    },
  });
  const bytes: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => bytes.push(chunk));
  const ended = new Promise<void>((resolve) => doc.once('end', resolve));
  // https://pdfa.org/resource/tagged-pdf-best-practice-guide-syntax/
  const root = doc.struct('Document');
  doc.addStructure(root);
  doc.scale(width / look.width);
  const drawText = createTextDrawer(doc);
  const ornament = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' });
    draw();
    doc.endMarkedContent();
  };
  for (const shape of layOutCard(card, look, drawing !== undefined)) {
    const { x, y } = shape;
    switch (shape.kind) {
      case 'band':
        ornament(() => drawBand(doc, card.band, shape));
        break;
      case 'drawing':
        ornament(() => drawing && doc.image(drawing, x, y, { width: shape.width, height: shape.height }));
        break;
      case 'rectangle':
        ornament(() => doc.rect(x, y, shape.width, shape.height).fill(shape.fill));
        break;
      case 'code': {
        const draw = () => {
          doc.save().translate(x, y);
          doc.scale(shape.scale).path(shape.path).fill('#000').restore();
        };
        root.add(doc.struct('Figure', { alt: card.url ?? '' }, draw));
        break;
      }
      case 'text': {
        const letters = shape.text.lines.join(' ');
        // Where glyphs aren't in the order of the letters, or stand for several, the letters themselves are for screen readers.
        const actual = isShaped.test(letters) ? { actual: letters } : {};
        const tag = shape.isTitle ? 'H1' : shape.url === undefined ? 'P' : 'Link';
        root.add(doc.struct(tag, actual, () => drawText(shape)));
      }
    }
  }
  root.end();
  doc.end();
  await ended;
  return Buffer.concat(bytes);
}
