/** Draws a campaign's poster: the band, its subject, the call to action, and the QR code. */
import { layOutDrawable, measureHeight, measureWidth } from '../pictures/text-layout';
import { layOutAddress, printedAddress } from '../pictures/printed-address';
import { createQrCode, quietZone } from '../pictures/qr-code';
import { drawBand, sheetColours } from './sheet-colours';
import { Pdf } from './pdf';
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
  let top = bandHeight + 34;
  if (drawing) {
    pdf.ornament(() => pdf.doc.image(drawing, 0, bandHeight, posterDrawing));
    top += posterDrawing.height - 8;
  }
  const above = layOutDrawable(words.above, { width: room, height: 26 }, [20, 17, 14], 700);
  if (above) {
    pdf.textPart('P', above, { x: margin, y: top, colour: ink.accent });
    top += measureHeight(above) + 8;
  }
  const button = layOutDrawable(action.value, { width: room - 40, height: 60 }, [26, 23, 20, 17, 14], 700);
  const buttonHeight = button ? measureHeight(button) + 28 : 0;
  const about = layOutDrawable(summary.value, { width: room, height: 130 }, [21, 19, 17, 15, 13], 400);
  const rest = codeTop - 30 - buttonHeight - 24 - (about ? measureHeight(about) + 18 : 0) - top;
  const heading = layOutDrawable(
    title.value,
    { width: room, height: rest },
    [64, 58, 52, 47, 42, 37, 32, 28, 24, 20],
    700,
  );
  if (heading) {
    pdf.textPart('H1', heading, { x: margin, y: top, colour: ink.ink }, { lang: title.lang });
    top += measureHeight(heading) + 18;
  }
  if (about) {
    pdf.textPart('P', about, { x: margin, y: top, colour: ink.ink2 }, { lang: summary.lang });
    top += measureHeight(about) + 24;
  }
  if (button) {
    const extent = Math.max(...button.lines.map((line) => measureWidth(line, 700) * button.size)) + 40;
    pdf.ornament(() => {
      pdf.rectangle(margin, top, extent, buttonHeight, ink.action);
      pdf.frame(margin, top, extent, buttonHeight, ink.edge, 2.5);
    });
    const at = { x: margin + 20, y: top + 14, colour: ink.onAction };
    pdf.textPart(
      'P',
      { ...button, ...(button.fromRight === undefined ? {} : { fromRight: extent - 40 }) },
      at,
      {
        lang: action.lang,
      },
    );
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
  const x = left + codeSide + 12;
  const beside = width - margin - x;
  let y = top + quietZone * module;
  const line = (
    text: string | undefined,
    space: number,
    sizes: readonly number[],
    weight: 400 | 700,
    gap = 6,
  ) => {
    const set = layOutDrawable(text, { width: beside, height: space }, sizes, weight);
    if (!set) return;
    pdf.textPart('P', set, { x, y, colour });
    y += measureHeight(set) + gap;
  };
  line(words.scan, 34, [14, 12], 400, 2);
  const address = layOutAddress(printedAddress(url), beside, addressSizes, 700, addressHeight);
  pdf.textPart('Link', address, { x, y, colour, link: url });
  y += measureHeight(address) + 12;
  line(words.service, 44, [18, 16, 14], 700, 2);
  line(words.tagline, 32, [13, 11.5, 10], 400);
  line(words.sample, 24, [9.5, 8.5], 400);
}
