/** Draws a campaign's poster: the band, its subject, the call to action, and the QR code. */
import { layOutDrawable, measureHeight, shrinkToText } from '../pictures/text-layout';
import { layOutAddress, printedAddress } from '../pictures/printed-address';
import { createQrCode, quietZone } from '../pictures/qr-code';
import { drawBand, sheetColours } from './sheet-colours';
import { TextColumn, Pdf } from './pdf';
import { papers } from '@/views/share/papers';
import type { Poster } from '@/views/share/site-sheets';

/** The layout is for A4, in points; smaller papers scale it down. */
const { width, height } = papers.a4;
const margin = 52;
const room = width - 2 * margin;
const bandHeight = 104;
const footHeight = 26;
const codeSide = 190;

/** The size of the picture below the band, in points. */
export const posterDrawing = { width, height: 168 };
const addressSizes = [19, 17, 15, 13, 12, 11, 10, 9, 8] as const;

/** The code is so much higher than the other texts beside it. */
const addressHeight = 66;

/**
 * Draws the sheet as a PDF, with `drawing` as its picture (JPEG). A title that the typeface can't show is left out: band and
 * code represent it.
 */
export async function drawPosterPdf(poster: Poster, drawing?: Buffer): Promise<Uint8Array> {
  const { paper, tone, words, band, locale, updated } = poster;
  const size = papers[paper];
  const { title, summary, action } = words;
  const ink = sheetColours(tone);
  const pdf = new Pdf({ ...size, locale, updated, title: title.value, author: words.service });
  pdf.doc.scale(size.width / width);
  drawBand(pdf, band, tone, { y: 0, width, height: bandHeight });
  drawBand(pdf, band, tone, { y: height - footHeight, width, height: footHeight });

  // The QR code is at the bottom; the rest shares the space above.
  const codeTop = height - footHeight - 28 - codeSide;
  const column = new TextColumn(pdf, margin, bandHeight + 34);
  if (drawing) {
    pdf.ornament(() => pdf.doc.image(drawing, 0, bandHeight, posterDrawing));
    column.y += posterDrawing.height - 8;
  }
  const above = layOutDrawable(words.above, { width: room, height: 26 }, [20, 17, 14], 700);
  column.add('P', above, { colour: ink.accent, gap: 8 });
  const button = layOutDrawable(action.value, { width: room - 40, height: 60 }, [26, 23, 20, 17, 14], 700);
  const buttonHeight = button ? measureHeight(button) + 28 : 0;
  const about = layOutDrawable(summary.value, { width: room, height: 130 }, [21, 19, 17, 15, 13], 400);
  const rest = codeTop - 30 - buttonHeight - 24 - (about ? measureHeight(about) + 18 : 0) - column.y;
  const headings = [64, 58, 52, 47, 42, 37, 32, 28, 24, 20];
  const heading = layOutDrawable(title.value, { width: room, height: rest }, headings, 700);
  column.add('H1', heading, { colour: ink.ink, gap: 18, lang: title.lang });
  column.add('P', about, { colour: ink.ink2, gap: 24, lang: summary.lang });
  if (button) {
    const { text, width: inner } = shrinkToText(button);
    pdf.ornament(() => {
      pdf.rectangle(margin, column.y, inner + 40, buttonHeight, ink.action);
      pdf.frame(margin, column.y, inner + 40, buttonHeight, ink.edge, 2.5);
    });
    const inside = new TextColumn(pdf, margin + 20, column.y + 14);
    inside.add('P', text, { colour: ink.onAction, gap: 0, lang: action.lang });
  }
  drawFoot(pdf, poster, ink.ink, codeTop);
  return pdf.end();
}

/** Draws the QR code, the address beside it, and the service's name. */
function drawFoot(pdf: Pdf, { words, url }: Poster, colour: string, top: number): void {
  const { size, path } = createQrCode(url);
  const module = codeSide / (size + 2 * quietZone);
  // The code's own white margin overlaps the page's, so that it aligns with the text.
  const left = margin - quietZone * module;
  pdf.part(
    'Figure',
    () => {
      pdf.rectangle(left, top, codeSide, codeSide, '#fff');
      pdf.path(path, { x: left, y: top, scale: [module, module] }, '#000');
    },
    { alt: printedAddress(url) },
  );
  const column = new TextColumn(pdf, left + codeSide + 12, top + quietZone * module);
  const beside = width - margin - column.x;
  const set = (text: string | undefined, high: number, sizes: readonly number[], weight: 400 | 700) =>
    layOutDrawable(text, { width: beside, height: high }, sizes, weight);
  const address = layOutAddress(printedAddress(url), beside, addressSizes, 700, addressHeight);
  column.add('P', set(words.scan, 34, [14, 12], 400), { colour, gap: 2 });
  column.add('Link', address, { colour, gap: 12, link: url });
  column.add('P', set(words.service, 44, [18, 16, 14], 700), { colour, gap: 2 });
  column.add('P', set(words.tagline, 32, [13, 11.5, 10], 400), { colour, gap: 6 });
  column.add('P', set(words.sample, 24, [9.5, 8.5], 400), { colour, gap: 0 });
}
