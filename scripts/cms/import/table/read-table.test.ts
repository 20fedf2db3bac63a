import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isFieldName } from '../import-fields';
import { temporaryFolder } from '../../../test/temporary-folder';
import { readTable } from './read-table';

const { write } = temporaryFolder();

const schemas = 'http://schemas.openxmlformats.org';

const relationTo = (type: string, target: string) =>
  `<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="r1" Type="${schemas}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

/** A workbook with so many rows of the text “title” in its sheet, and the size of that. */
function packRows(rows: number): { readonly zip: Buffer; readonly size: number } {
  const row = '<row><c t="inlineStr"><is><t>title</t></is></c></row>';
  const sheet = `<worksheet xmlns="${schemas}/spreadsheetml/2006/main"><sheetData>${row.repeat(rows)}</sheetData></worksheet>`;
  const parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationTo('officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relationTo('worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml': `<workbook xmlns:r="${schemas}/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return { zip: Buffer.from(zipSync(files)), size: sheet.length };
}

const large = packRows(1_000_000);

const read = (file: string, sheet?: string) => readTable(file, { isFieldName, sheet });

describe('readTable', () => {
  it('reads a file in the encoding of Excel, below a title', async () => {
    const text = 'Liste des missions;;\r\n;;\r\nTitre;Résumé;Thème\r\nÉcrire;Un résumé;Éducation\r\n';
    const table = await read(write('excel.csv', Buffer.from(text, 'latin1')));
    expect(table.headerRow).toBe(3);
    expect(table.notes?.[0]).toContain('Windows-1252');
    expect(table.rows.map(({ number, cells }) => [number, ...cells.values()])).toEqual([
      [4, 'Écrire', 'Un résumé', 'Éducation'],
    ]);
  });

  it('reads what Excel calls Unicode text', async () => {
    const text = '\uFEFFTitre\tRésumé\nÉcrire\tUn résumé\n';
    const table = await read(write('unicode.txt', Buffer.from(text, 'utf16le')));
    expect(table.columns).toEqual(['Titre', 'Résumé']);
    expect(table.notes?.[0]).toContain('UTF-16');
  });

  it('refuses a file that is no text', async () => {
    const file = write('picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    await expect(read(file)).rejects.toThrow(/picture\.csv (?:has .* zero|is saved as UTF-16)/);
  });

  // Written by openpyxl: a merged title, a note and a blank row above the names, a cell merged over two rows, a day as a
  // date and one as a number, and a second sheet.
  it('reads a workbook', async () => {
    const table = await read('tests/content/sheets/missions.xlsx');
    expect(table.headerRow).toBe(4);
    expect(table.notes).toEqual([
      'Only the sheet “Missions” is imported, not “Notes”. Choose another with --sheet.',
    ]);
    expect(table.rows.map(({ number, cells }) => [number, Object.fromEntries(cells)])).toMatchObject([
      [5, { Organisation: 'Casa Abierta', 'Date limite': '2030-12-31', 'Heures par semaine': 4 }],
      [6, { Organisation: 'Casa Abierta', Durée: '2 mois' }],
      [7, { Organisation: 'Lakou Solid', 'Date limite': 47_848 }],
    ]);
  });

  it('reads another sheet of a workbook, and names those that there are', async () => {
    await expect(read('tests/content/sheets/missions.xlsx', 'Blatt 1')).rejects.toMatchObject({
      message: expect.stringContaining('has no sheet “Blatt 1”') as string,
      hint: 'Its sheets are “Missions”, “Notes”.',
    });
  });

  it('refuses a small workbook that is large once unpacked, at once', async () => {
    const file = write('bomb.xlsx', large.zip);
    const began = performance.now();
    await expect(read(file)).rejects.toThrow(
      'The file has 53 MB once unpacked, and a spreadsheet may have 50 MB.',
    );
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it.each([
    ['less', 1000, 'Decompressed size exceeds limit of 1000 bytes'],
    ['no size', 0, 'The file has an unknown size once unpacked'],
  ])('refuses a workbook that says %s of itself', async (_name, declared, message) => {
    const lie = Buffer.from(large.zip);
    // It stands before the file and in the directory.
    const size = Buffer.from(Uint32Array.of(large.size).buffer);
    for (let at = lie.indexOf(size); at >= 0; at = lie.indexOf(size, at + 1)) lie.writeUInt32LE(declared, at);
    const file = write('lie.xlsx', lie);
    const began = performance.now();
    await expect(read(file)).rejects.toThrow(message);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('reads a workbook that says its size', async () => {
    expect((await read(write('fine.xlsx', packRows(3).zip))).rows).toHaveLength(2);
    await expect(read(write('cut.xlsx', packRows(3).zip.subarray(40)))).rejects.toThrow('no spreadsheet');
  });

  it('takes the first row for the names where no field is called so', async () => {
    const table = await read(write('other.csv', 'aa,bb\n1,2\n'));
    expect([table.headerRow, table.columns]).toEqual([1, ['aa', 'bb']]);
  });
});
