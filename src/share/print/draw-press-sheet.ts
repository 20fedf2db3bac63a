/** Draws the press sheet: the service's figures with years and sources, the site's present numbers, and a contact. */
import {
  alignedLines,
  breakLines,
  measureHeight,
  lineHeight,
  type TextLayout,
} from '../pictures/text-layout';
import { toDrawableText } from '../pictures/typeface';
import { drawBand, sheetColours } from './sheet-colours';
import { TextColumn, Pdf, type Tag } from './pdf';
import { papers } from '@/views/share/papers';
import type { FigureRow, PressSheet } from '@/views/share/site-sheets';

const { width, height } = papers.a4;
const margin = 48;
const room = width - 2 * margin;
const bandHeight = 32;

/** The table's columns: their start from the margin, and their width. */
const columns = [
  { x: 0, width: 42 },
  { x: 50, width: 78 },
  { x: 134, width: 206 },
  { x: 350, width: room - 350 },
] as const;

/** The total padding above and below the text of a row. */
const rowPadding = 6;

const ink = () => sheetColours('colour');

function set(text: string, size: number, weight: 400 | 700, extent: number = room): TextLayout {
  const shown = toDrawableText(text) ?? '';
  return alignedLines(shown, breakLines(shown, extent, size, weight), { size, weight, width: extent });
}

/** Lays parts out below each other, over several pages. */
class Flow extends TextColumn {
  constructor(pdf: Pdf) {
    super(pdf, margin, bandHeight + 26);
  }

  /** Reserves space of a height, on the next page where this one has too little. */
  room(needed: number): void {
    if (this.y + needed <= height - margin) return;
    this.pdf.doc.addPage();
    this.y = margin;
  }

  text(
    tag: Tag,
    text: TextLayout,
    { colour = ink().ink, gap = 6, link }: { colour?: string; gap?: number; link?: string } = {},
  ): void {
    if (text.lines.length === 0) return;
    this.room(measureHeight(text));
    this.add(tag, text, { colour, gap, link });
  }

  heading(text: string): void {
    // Not alone at the bottom of a page.
    this.room(60);
    this.y += 7;
    this.text('H2', set(text, 14, 700), { gap: 4 });
  }

  table(head: FigureRow, rows: readonly FigureRow[]): void {
    this.pdf.group('Table', (table) => {
      for (const [index, row] of [head, ...rows].entries()) {
        const isHead = index === 0;
        const cells = row.map((text, at) =>
          set(text, isHead ? 9.5 : 10.5, isHead || at === 1 ? 700 : 400, columns[at]?.width),
        );
        const high = Math.max(...cells.map(measureHeight));
        this.room(high + rowPadding);
        const top = this.y;
        this.pdf.ornament(() => this.pdf.rectangle(margin, top, room, isHead ? 1.5 : 0.5, ink().ink));
        this.pdf.group(
          'TR',
          (element) => {
            for (const [at, cell] of cells.entries())
              this.pdf.textPart(
                isHead ? 'TH' : 'TD',
                cell,
                { x: margin + (columns[at]?.x ?? 0), y: top + rowPadding / 2, colour: ink().ink },
                { within: element },
              );
          },
          table,
        );
        this.y += high + rowPadding;
      }
    });
  }
}

/** Draws the sheet as a PDF. */
export async function drawPressPdf({ words, url, band, locale, updated }: PressSheet): Promise<Uint8Array> {
  const pdf = new Pdf({ width, height, locale, updated, title: words.title, author: words.author });
  drawBand(pdf, band, 'colour', { y: 0, width, height: bandHeight });
  const flow = new Flow(pdf);
  flow.text('H1', set(words.title, 24, 700), { gap: 8 });
  flow.text('P', set(words.tagline, 14, 400), { colour: ink().ink2 });
  if (words.rows.length > 0) {
    flow.heading(words.figures);
    flow.table(words.head, words.rows);
    if (words.note !== undefined) flow.text('P', set(words.note, 10, 400), { colour: ink().ink2 });
  }
  flow.heading(words.todayTitle);
  flow.text('P', set(words.today.join(' · '), 11, 400));
  flow.heading(words.whatTitle);
  flow.text('P', set(words.what, 11, 400));
  flow.heading(words.contactTitle);
  for (const address of words.contact) {
    const link = address === url ? url : `mailto:${address}`;
    flow.text('Link', set(address, 11, 700), { gap: 3, link });
  }
  flow.y += lineHeight;
  const origin = [words.published, words.asOf].filter((text) => text !== '').join(' · ');
  flow.text('P', set(origin, 10, 400), { colour: ink().ink2 });
  if (words.sample !== undefined) flow.text('P', set(words.sample, 10, 400), { colour: ink().ink2 });
  return pdf.end();
}
