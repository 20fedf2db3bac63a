import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCsv } from './export-csv';
import type { InboxSubmission } from './store';

const received = (
  id: string,
  fields: InboxSubmission['fields'],
  receivedAt = '2026-11-25T00:00:00.000Z',
) => ({
  id,
  receivedAt,
  form: 'local',
  fields,
});

const rowsOf = (csv: string) => parse(csv, { bom: true, columns: true }) as Record<string, string>[];

describe('the table of what came in', () => {
  it('has one row for what was sent several times, with what it said last', () => {
    const csv = exportCsv([
      received('a', { email: 'a@example.org', submission_id: '1' }, '2026-11-25T10:00:00.000Z'),
      received('b', { email: 'other@example.org', submission_id: '2' }, '2026-11-25T11:00:00.000Z'),
      received('c', { email: 'mended@example.org', submission_id: '1' }, '2026-11-25T12:00:00.000Z'),
    ]);
    expect(rowsOf(csv)).toEqual([
      expect.objectContaining({
        received_at: '2026-11-25T10:00:00.000Z',
        last_received_at: '2026-11-25T12:00:00.000Z',
        times_received: '2',
        email: 'mended@example.org',
      }),
      expect.objectContaining({ times_received: '1', last_received_at: '', email: 'other@example.org' }),
    ]);
  });

  it('keeps what is only probably the same apart, and says so', () => {
    const one = { opportunity: 'relire', email: 'a@example.org' };
    const [, second] = rowsOf(
      exportCsv([received('a', one, '2026-11-25T10:00:00.000Z'), received('b', one)]),
    );
    expect(second).toMatchObject({ probably_repeats: '2026-11-25T10:00:00.000Z', times_received: '1' });
  });

  it('names files in the column of their field', () => {
    const facts = { size: 1, type: '', sha256: '', path: '' };
    const files = [
      { ...facts, field: 'attachment', name: '=cmd.pdf' },
      { ...facts, field: 'both', name: 'b.pdf' },
    ];
    const csv = exportCsv([{ ...received('a', { both: 'a' }), files }, received('b', { name: 'Awa' })]);
    expect(rowsOf(csv)).toMatchObject([
      { attachment: "'=cmd.pdf", both: '["a","b.pdf"]' },
      { attachment: '', name: 'Awa' },
    ]);
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'runs %j nowhere, as an answer or as a field’s name',
    (text) => {
      const [row = {}] = rowsOf(exportCsv([received('a', { name: text, [text]: 'x' })]));
      expect(row['name']).toBe(`'${text}`);
      expect(Object.keys(row)).toContain(`'${text}`);
    },
  );

  it('has an end, however many names somebody makes up', () => {
    const fields = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`x${n}`, String(n)]));
    const [row = {}] = rowsOf(exportCsv([received('a', fields)]));
    expect(Object.keys(row)).toHaveLength(206);
    expect(JSON.parse(row['other_fields'] ?? '')).toMatchObject({ x999: '999' });
  });

  it('reads back as what came in, whatever that is', () => {
    const text = fc.string({ unit: fc.constantFrom(...'\r\n",;=+@\'\t\0xé👩🏽‍🚀\u2028\u202E') });
    const value = fc.oneof(text, fc.integer({ min: 0 }), fc.array(text, { maxLength: 3 }), fc.constant(null));
    const plain = (answer: string | undefined) => answer?.replace(/^'(?=[=+\-@\t\r])/, '');
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (answers) => {
        const csv = exportCsv(answers.map((answer, n) => received(String(n), { answer })));
        expect(rowsOf(csv).map(({ answer }) => plain(answer))).toEqual(
          answers.map((answer) => plain(typeof answer === 'string' ? answer : JSON.stringify(answer))),
        );
      }),
    );
  });
});
