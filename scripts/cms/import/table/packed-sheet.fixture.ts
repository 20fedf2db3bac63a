/** Workbooks of which each part is packed as a test wants it. */
import { constants, deflateRawSync } from 'node:zlib';

/** A file in an archive. */
interface Part {
  readonly name: string;
  readonly packed: Buffer;
  /** Its unpacked size, as the archive declares it. */
  readonly declared: number;
}

const uint16 = (value: number) => Buffer.from(Uint16Array.of(value).buffer);
const uint32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);

/** https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function archive(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, declared } of parts) {
    // Version, flags, method (deflate), time, day, checksum (none), sizes, lengths of the name and of further fields.
    const head = [20, 0, 8, 0, 0].map(uint16);
    const sizes = [0, packed.length, declared].map(uint32);
    const lengths = [name.length, 0].map(uint16);
    const file = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      ...head,
      ...sizes,
      ...lengths,
      Buffer.from(name),
      packed,
    ]);
    const rest = [...[0, 0, 0].map(uint16), ...[0, offset].map(uint32)];
    directory.push(
      Buffer.from('PK\x01\x02'), uint16(20), ...head, ...sizes, ...lengths, ...rest, Buffer.from(name),
    ); // prettier-ignore
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const counts = [0, 0, parts.length, parts.length].map(uint16);
  const end = [Buffer.from('PK\x05\x06'), ...counts, uint32(listed.length), uint32(offset), uint16(0)];
  return Buffer.concat([...files, listed, ...end]);
}

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (type: string, target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/${type}" Target="${target}"/></Relationships>`;

const row = '<row><c t="inlineStr"><is><t>title</t></is></c></row>';

/** A workbook with so many rows of the text “title” in its sheet. `declared` is what it says of the sheet's size. */
export function packRows(rows: number, declared?: number): Buffer {
  const part = (name: string, text: string): Part => ({
    name,
    packed: deflateRawSync(text),
    declared: text.length,
  });
  const before = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
  const after = '</sheetData></worksheet>';
  // Blocks that end with a full flush can be repeated, so that nothing large has to be packed.
  const flush = (text: string) => deflateRawSync(text, { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const some = Math.min(rows, 10_000);
  const repeats = Math.round(rows / some);
  const block = flush(row.repeat(some));
  const packed = [flush(before), ...Array.from({ length: repeats }, () => block), deflateRawSync(after)];
  return archive([
    part('[Content_Types].xml', '<Types/>'),
    part('_rels/.rels', relations('officeDocument', 'xl/workbook.xml')),
    part('xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml')),
    part(
      'xl/workbook.xml',
      `<workbook xmlns:r="${relation}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    {
      name: 'xl/worksheets/sheet1.xml',
      packed: Buffer.concat(packed),
      declared: declared ?? before.length + row.length * some * repeats + after.length,
    },
  ]);
}
