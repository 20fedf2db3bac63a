import { parseYaml } from '@/sources/files/parse-yaml';
import { describe, expect, it } from 'vitest';
import { useContentFolder } from './content-folder.fixture';

const { map, opportunity, read, run } = useContentFolder();

/** Fields of an opportunity that a proposal may have. */
const kept = {
  es: {
    title: 'Traducir un cuaderno',
    summary: 'Doce páginas para una escuela.',
    task: 'Traducir doce páginas.',
    deliverable: 'Un archivo.',
    impact: 'Se lee mejor.',
    requirements: '- Paciencia',
    questions: ['¿Qué has traducido?'],
  },
  organization: 'casa-abierta',
  taskTypes: ['translation'],
  languages: [{ language: 'es', level: 'good', need: 'required' }],
  hours: { min: 2, max: 4 },
  length: { kind: 'weeks', weeks: 3 },
  closes: { date: '2030-03-31', zone: 'America/Guatemala' },
  groupsWelcome: true,
};

/** The data of a form for proposals: the model's fields, those of each language below its name. */
const proposal = { ...kept, status: 'open', featured: true, confirmedOn: '2026-01-01' };

describe('a proposal from a form', () => {
  it('becomes a draft, without what only an editor can say', async () => {
    const { code, lines } = await run('submission.json', JSON.stringify(proposal));
    expect(lines).toEqual([
      'Status: Draft. Language: Spanish.',
      'Not imported, since only an editor says that: “featured”, “confirmedOn”. A mapping (--map) can ask for them.',
      'Imported, but worth a look:',
      '  Row 1: Status is “open” in the sheet; the entry becomes “Draft”. Use --status sheet to follow the sheet.',
      'Rows that became entries in content: 1 of 1; left out: 0.',
      'The report is report/import.txt.',
    ]);
    expect(code).toBe(0);
    const entry = await opportunity('traducir-un-cuaderno');
    expect(entry).toMatchObject({
      ...kept,
      es: { title: 'Traducir un cuaderno', questions: ['¿Qué has traducido?'] },
      originalLanguage: 'es',
      status: 'draft',
      posted: '2026-11-25',
    });
    expect(entry).not.toHaveProperty('featured');
    expect(entry).not.toHaveProperty('confirmedOn');
  });

  it('says why it can’t even become a draft', async () => {
    const faulty = {
      ...proposal,
      es: { ...proposal.es, title: ' ' },
      fr: { title: 'x'.repeat(121) },
      places: 'several',
      hours: { min: 2 },
    };
    const { code, lines } = await run('submission.json', JSON.stringify(faulty), { language: 'es' });
    expect(code).toBe(1);
    expect(lines.slice(2, -2)).toEqual([
      'Left out, by reason:',
      '  Row 1: Title (es) is missing. Fill it in.',
      '  Row 1: Title (fr) is too much: 121, but at most 120 are allowed. Shorten it to 120 characters.',
    ]);
    await expect(opportunity('opportunity-1')).rejects.toThrow('ENOENT');
  });

  it('may be open at once, and keeps a status of its own then', async () => {
    const closed = { ...proposal, es: { ...proposal.es, title: 'Revisar un cuaderno' }, status: 'closed' };
    await run('two.json', JSON.stringify([proposal, closed]), { status: 'open' });
    expect(await opportunity('traducir-un-cuaderno')).toMatchObject({ status: 'open' });
    expect(await opportunity('revisar-un-cuaderno')).toMatchObject({ status: 'closed' });
  });
});

describe('what is there already', () => {
  it('is never overwritten: a second run leaves every row out, and changes nothing', async () => {
    await run('submission.json', JSON.stringify(proposal));
    const before = await opportunity('traducir-un-cuaderno');
    const { code, lines } = await run('submission.json', JSON.stringify(proposal));
    expect(code).toBe(1);
    expect(lines.slice(2, -2)).toEqual([
      'Left out, by reason:',
      '  Row 1: Title (es) is that of content/opportunities/traducir-un-cuaderno.yml, from the same organization. Remove one of the two, or give them different titles.',
    ]);
    expect(await opportunity('traducir-un-cuaderno')).toEqual(before);
  });

  it('keeps its id: another organization’s opportunity of that title gets a number', async () => {
    await run('one.json', JSON.stringify(proposal));
    await run('two.json', JSON.stringify({ ...proposal, organization: 'registro-claro' }));
    expect(await opportunity('traducir-un-cuaderno-2')).toMatchObject({ organization: 'registro-claro' });
  });

  it.each([
    [
      'casa-abierta',
      'is “casa-abierta”, and there is an entry with that id, which is not overwritten. Edit that entry, or give the row another id.',
    ],
    [
      '../x',
      'is “../x”, which can’t be a file’s name. Use 1 to 64 letters, digits, dots, hyphens or underscores, or leave it out.',
    ],
  ])('refuses the id %s', async (id, message) => {
    const { lines } = await run('one.json', JSON.stringify({ id, ...proposal }));
    expect(lines).toContain(`  Row 1: id ${message}`);
  });
});

describe('an option', () => {
  it('--dry-run says what would be done, and does nothing', async () => {
    const { code, lines } = await run('one.json', JSON.stringify(proposal), { dryRun: true });
    expect(code).toBe(0);
    expect(lines).toContain('Rows that would become entries in content: 1 of 1; left out: 0.');
    await expect(opportunity('traducir-un-cuaderno')).rejects.toThrow('ENOENT');
  });
});

describe('a sheet of organizations', () => {
  const header =
    'Name,Summary,Mission,Kind,Registered in,Registration number,Works in,Causes,Languages,Joined,Budget';

  it('is understood by the labels of the fields, with terms in any language', async () => {
    const sheet = `${header}
Escuela del Río,Enseña a leer.,"Desde 1999.",Organismo público,Perú,,Peru; BOL | Équateur,Educación;Paix,español;quechua,3 May 2021,4000
`;
    const { code, lines } = await run('o.csv', sheet, {
      type: 'organization',
      language: 'es',
      status: 'open',
    });
    expect(lines[1]).toBe(
      'Not imported, since no field is known for them: “Budget”. Choose one with --review, or in a mapping.',
    );
    expect(code).toBe(0);
    const text = await read('content/organizations/escuela-del-rio.yml');
    expect(parseYaml(text)).toMatchObject({
      es: { name: 'Escuela del Río', summary: 'Enseña a leer.' },
      originalLanguage: 'es',
      provenance: { importedFrom: { source: 'o', row: 'escuela del rio', date: '2026-11-25' } },
      status: 'published',
      kind: 'public',
      country: 'PE',
      countries: ['PE', 'BO', 'EC'],
      causes: ['education', 'peace'],
      languages: ['es', 'qu'],
      joined: '2021-05-03',
    });
  });

  it('asks in which language it is', async () => {
    const sheet = `${header}\nA,B.,C.,public,PE,,PE,peace,es,3/5/2021,\n`;
    const { lines } = await run('o.csv', sheet, { type: 'organization' });
    expect(lines.slice(1, -2)).toEqual([
      'Left out, by reason:',
      '  Row 2: Written in is missing, and it isn’t clear in which language this was written. Say it with --language (en, fr, es), or in a column originalLanguage.',
    ]);
  });
});

describe('a command that makes no sense', () => {
  it.each([
    ['x.json', '{', {}, 'The file is not valid JSON'],
    ['x.xlsx', '', {}, 'The file is empty.'],
    ['x.xlsx', 'words', {}, 'is no spreadsheet that can be read'],
    ['x.pdf', '', {}, 'is no sheet by its name.'],
    ['x.csv', 'a,b\n', {}, 'has no row to import.'],
    ['x.json', '{"type":"story"}', {}, 'The file has rows of the type “story”.'],
    ['x.json', '{}', { type: 'story' }, '--type is “story”.'],
    ['x.json', '{}', { status: 'live' }, '--status is “live”.'],
    ['x.json', '{}', { language: 'de' }, '--language is “de”.'],
    ['x.json', '{"title":"x"}', { map: '/nowhere/map.yml' }, '/nowhere/map.yml can’t be read (ENOENT).'],
  ])('%s with %j and %j is refused', async (name, text, options, message) => {
    await expect(run(name, text, options)).rejects.toThrow(message);
  });

  it.each([
    ['columns: [', 'The mapping is not valid YAML'],
    ['columns: {Titre: 1}', 'The mapping has a fault at columns.Titre'],
    ['colums: {}', 'The mapping has a fault at its top level'],
    [
      'columns: {Titre: titel}',
      'puts the column “Titre” into “titel”, which is no field of the type opportunity',
    ],
    ['columns: {Titre: languages.level}', 'puts the column “Titre” into “languages.level”'],
    [
      'defaults: {title: x}',
      'has a default for “title”, which is no field of the type opportunity that may have one',
    ],
    ['values: {theme: {a: b}}', 'has values for “theme”'],
    ['fields: { task: { from: [Nothing] } }', 'asks for a column “Nothing”'],
    ['row: Nothing', 'asks for a column “Nothing”'],
    ['fields: { titel: { cut: 50 } }', 'has rules for “titel”'],
    ['fields: { summary: { cut: 3 } }', 'has a fault at fields.summary.cut'],
  ])('the mapping %s is refused', async (text, message) => {
    await expect(run('x.json', '{"title":"x"}', { map: await map(text) })).rejects.toThrow(message);
  });
});
