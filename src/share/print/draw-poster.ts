/** Draws the posters and flyers: the card of a picture for sharing, on one page of paper. */
import { papers } from '@/views/share/papers';
import type { Poster } from '@/views/share/site-sheets';
import { layOutCard, type CardLook } from '../pictures/draw-card';
import { openPdf } from './pdf-document';

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

/** Draws the sheet, with `drawing` as its picture (JPEG). Its parts are read out in the order in which they are added. */
export async function drawPosterPdf(
  { paper, card, locale, updated }: Poster,
  drawing?: Buffer,
): Promise<Uint8Array> {
  const { width, height } = papers[paper];
  const pdf = openPdf({ width, height, locale, updated, title: card.title, author: card.service ?? '' });
  const { doc } = pdf;
  doc.scale(width / look.width);
  for (const shape of layOutCard(card, look, drawing !== undefined)) {
    const { x, y } = shape;
    switch (shape.kind) {
      case 'band':
        pdf.band(card.band, shape);
        break;
      case 'drawing':
        pdf.ornament(() => drawing && doc.image(drawing, x, y, { width: shape.width, height: shape.height }));
        break;
      case 'rectangle':
        pdf.ornament(() => doc.rect(x, y, shape.width, shape.height).fill(shape.fill));
        break;
      case 'code':
        pdf.figure(card.url ?? '', () => {
          doc.save().translate(x, y);
          doc.scale(shape.scale).path(shape.path).fill('#000').restore();
        });
        break;
      case 'text':
        pdf.text(shape.isTitle ? 'H1' : shape.url === undefined ? 'P' : 'Link', shape);
    }
  }
  return pdf.end();
}
