import { describe, expect, it } from 'vitest';
import { useContentFolder } from './content-folder.fixture';

const { map, read, report, run } = useContentFolder();

/** A sheet of one row, with further columns. */
function sheet(more: Readonly<Record<string, string>> = {}): string {
  const cells: Record<string, string> = {
    Title: 'Translate a guide', Summary: 'A guide.', Task: 'Do it.', Deliverable: 'It.', Impact: 'It helps.',
    Requirements: 'Care', Organization: 'Casa Abierta', 'Task type': 'translation', Languages: 'fr: good',
    Hours: '2-4', 'length.kind': 'ongoing', 'closes.date': '2030-01-31', 'closes.zone': 'UTC', ...more,
  }; // prettier-ignore
  const line = (values: readonly string[]) => values.map((value) => `"${value}"`).join(',');
  return `${line(Object.keys(cells))}\n${line(Object.values(cells))}\n`;
}

const entry = () => read('content/opportunities/translate-a-guide.yml');
const language = 'en';

describe('the status of a row', () => {
  it.each([
    ['approved', undefined, 'draft', 'mentioned'],
    ['approved', 'open', 'open', ''],
    ['something else', 'open', 'open', 'mentioned'],
    ['draft', 'open', 'open', 'mentioned'],
    ['ouvert', 'sheet', 'open', ''],
    ['Cerrada', 'sheet', 'closed', ''],
    ['Pourvue', 'open', 'filled', ''],
    ['closed', 'draft', 'draft', 'mentioned'],
    ['something else', 'sheet', 'draft', 'mentioned'],
  ])('%s with --status %s becomes %s', async (status, option, expected, mention) => {
    const { lines } = await run('a.csv', sheet({ Status: status }), { language, status: option });
    expect(await entry()).toContain(`\nstatus: ${expected}\n`);
    // A status of the sheet that wasn't followed is mentioned.
    const isMentioned = lines.some((line) => line.includes(`Status (column “Status”) is “${status}”`));
    expect(isMentioned).toBe(mention !== '');
  });

  it('may be said by the mapping, which the command line beats', async () => {
    const file = await map('status: open');
    const { lines } = await run('a.csv', sheet(), { language, map: file });
    expect(lines[0]).toBe('Status: Open. Language: English.');
    expect(await entry()).toContain('\nstatus: open\n');
    const other = await run('b.csv', sheet({ Title: 'Translate a map' }), {
      language,
      map: file,
      status: 'draft',
    });
    expect(other.lines[0]).toBe('Status: Draft. Language: English.');
  });
});

describe('a listing of the past', () => {
  it('is imported as closed, posted on its own day or not after it closed', async () => {
    const past = { Status: 'Closed', 'closes.date': '2019-03-31' };
    await run('a.csv', sheet(past), { language, status: 'sheet' });
    expect(await entry()).toContain('posted: "2019-03-31"\ncloses:\n  date: "2019-03-31"\n');
    await run('b.csv', sheet({ ...past, Title: 'Draw a map', Posted: '2019-01-15' }), {
      language,
      status: 'sheet',
    });
    expect(await read('content/opportunities/draw-a-map.yml')).toContain('status: closed\n');
    expect(await read('content/opportunities/draw-a-map.yml')).toContain('posted: "2019-01-15"\n');
  });
});

it('a value of the mapping takes the place of a 0 that means nothing', async () => {
  const file = await map('defaults: { hours: 3-5 }');
  await run('a.csv', sheet({ Hours: '0' }), { language, map: file });
  expect(await entry()).toContain('hours:\n  min: 3\n  max: 5\n');
});

it('an address to apply at decides how people apply', async () => {
  const file = await map('columns: { Contact: applyEmail }');
  await run('a.csv', sheet({ Contact: 'desk@casa.example' }), { language, map: file });
  expect(await entry()).toContain('applyBy: email\napplyEmail: desk@casa.example\n');
});

it('a row is left out for a cell too many; hidden characters are taken out, which is said', async () => {
  const [head = '', row = ''] = sheet({ Title: 'Translate\u202E a guide' }).split('\n');
  await run('a.csv', [head, row, `${row},"more"`].join('\n'), { language });
  expect(await entry()).toContain('title: Translate a guide\n');
  const { imported, leftOut } = await report();
  expect(imported[0]?.warnings.map(({ code }) => code)).toContain('characters-hidden');
  expect(leftOut[0]?.problems.map(({ code }) => code)).toContain('row-faulty');
});

describe('a mapping', () => {
  it('says what words mean in the columns that make one list', async () => {
    const file = await map(
      'columns: { Also: taskTypes }\nvalues: { taskTypes: { Reading aloud: teaching } }',
    );
    await run('a.csv', sheet({ Also: 'reading aloud' }), { language, map: file });
    expect(await entry()).toContain('taskTypes:\n  - translation\n  - teaching\n');
  });

  it('puts columns together, feeds two fields with one, fills blank texts and cuts long ones', async () => {
    const long = `${'word '.repeat(50)}end`;
    const text = sheet({ Summary: '', Deliverable: '', Task: long, Details: 'By Friday.' });
    const file = await map(`
columns: { Impact: null, Summary: null }
fields:
  task: { from: [Details, Task] }
  summary: { from: Task, cut: 60 }
  impact: { from: Task }
defaults: { deliverable: As agreed. }
`);
    const { code, lines } = await run('a.csv', text, { language, map: file });
    expect(lines.filter((line) => line.includes('cut'))).toEqual([
      '  Row 2: Summary (en) (column “Task”) had 253 characters, and was cut to 60. Read the end of it once.',
    ]);
    expect(code).toBe(0);
    const written = await entry();
    expect(written).toContain(`\n  summary: ${'word '.repeat(11)}word…\n`);
    expect(written).toContain('\n  deliverable: |\n    As agreed.\n');
    expect(written).toContain('    By Friday.\n\n    word word');
    expect(written).toContain('\n  impact: |\n    word word');
  });
});
