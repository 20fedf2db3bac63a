/** Draws the press sheet: its sections below each other, on as many pages as they need. */
import { currentBrand } from '@/brand/brand';
import { papers } from '@/views/share/papers';
import type { FigureRow, PressSheet } from '@/views/share/press-sheet';
import { layOutDrawable, measureHeight, type TextLayout } from '../pictures/text-layout';
import type { FontWeight } from '../pictures/typeface';
import { openPdf, type Pdf } from './pdf-document';

const { width, height } = papers.a4;
const margin = 48;
const room = width - 2 * margin;
const bandHeight = 32;

/** The columns of a `FigureRow`: their start from the margin, and their width. */
const columns = [
  { left: 0, width: 42, weight: 400 },
  { left: 50, width: 78, weight: 700 },
  { left: 134, width: 206, weight: 400 },
  { left: 350, width: room - 350, weight: 400 },
] as const;

/** The space above and below the text of a row. */
const rowPadding = 3;

const layOut = (text: string | undefined, size: number, weight: FontWeight, extent = room): TextLayout =>
  layOutDrawable(text, { width: extent, height: Infinity }, [size], weight) ?? { lines: [], size, weight };

/** Creates functions that add texts and rows, each below the one before. */
function createFlow({ doc, ornament, group, text: addText }: Pdf) {
  const fill = currentBrand().light.ink;
  let y = bandHeight + 26;
  const reserve = (needed: number) => {
    if (y + needed <= height - margin) return;
    doc.addPage();
    y = margin;
  };
  const add = (tag: 'H1' | 'H2' | 'P' | 'Link', text: TextLayout, url?: string) => {
    if (text.lines.length === 0) return;
    // A heading isn't alone at the bottom of a page.
    reserve(tag === 'H2' ? 60 : measureHeight(text));
    if (tag === 'H2') y += 7;
    addText(tag, { text, x: margin, y, fill, ...(url !== undefined && { url }) });
    y += measureHeight(text) + 5;
  };
  const addRow = (table: PDFKit.PDFStructureElement, row: FigureRow, isHead: boolean) => {
    const cells = columns.map((column, at) => {
      const text = layOut(row[at], isHead ? 9.5 : 10.5, isHead ? 700 : column.weight, column.width);
      return { text, x: margin + column.left };
    });
    const needed = Math.max(...cells.map(({ text }) => measureHeight(text))) + 2 * rowPadding;
    reserve(needed);
    ornament(() => doc.rect(margin, y, room, isHead ? 1.5 : 0.5).fill(fill));
    const element = group('TR', table);
    for (const cell of cells) addText(isHead ? 'TH' : 'TD', { ...cell, y: y + rowPadding, fill }, element);
    element.end();
    y += needed;
  };
  return { add, addRow };
}

/** Draws the sheet as a PDF. */
export async function drawPressSheetPdf(sheet: PressSheet): Promise<Uint8Array> {
  const pdf = openPdf({ width, height, ...sheet });
  pdf.band(sheet.band, { x: 0, y: 0, width, height: bandHeight });
  const { add, addRow } = createFlow(pdf);
  add('H1', layOut(sheet.title, 24, 700));
  add('P', layOut(sheet.tagline, 14, 400));
  for (const { heading, rows = [], links = [], texts } of sheet.sections) {
    add('H2', layOut(heading, 14, 700));
    if (rows.length > 0) {
      const table = pdf.group('Table');
      for (const [index, row] of rows.entries()) addRow(table, row, index === 0);
      table.end();
    }
    for (const url of links) add('Link', layOut(url.replace(/^mailto:/, ''), 11, 700), url);
    for (const text of texts) add('P', layOut(text, 11, 400));
  }
  return pdf.end();
}
