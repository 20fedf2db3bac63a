/** Sheets as people send them, without a mapping: which columns, rows and values are understood. */
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '@/sources/files/parse-yaml';
import { useContentFolder } from './content-folder.fixture';
import { findTargetByKey, findTargetByName, findTargetByQuestion } from './import-fields';
import { findPlace, findZone } from './values/places';

const { inside, opportunity, read, report, run } = useContentFolder();

it.each([
  ['Full description', 'task'],
  ['Opportunity name', 'title'],
  ['Charity name', 'organization'],
  ['Cause Area', 'causes'],
  ['Min hrs/wk', 'hours.min'],
  ['Max. hours per week', 'hours.max'],
  ['Duration (weeks)', 'length.weeks'],
  ['timeCommitment', 'hours'],
  ['spots_available', 'places'],
  ['Application deadline', 'closes.date'],
  ['min_age', 'minimumAge'],
  ['Charge (h/sem)', 'hours'],
  ['Intitulé du poste', 'title'],
  ['Nb de bénévoles', 'places'],
  ['Date limite de candidature', 'closes.date'],
  ['¿Qué se hará?', 'task'],
  ['Qué se necesita', 'requirements'],
  ['Horas a la semana', 'hours'],
  ['Nombre d’heures par semaine', 'hours'],
  ['Ciudad / país donde trabaja', 'countries'],
  ['Application_Deadline__c', 'closes.date'],
  ['Titre (FR / EN)', 'title'],
  ['Deadline (dd/mm/yyyy)', 'closes.date'],
  ['Profil attendu', 'requirements'],
  ['Domaine d’action', 'causes'],
  ['Temps requis', 'hours'],
  ['Volume horaire', 'hours'],
  ['Lien de candidature', 'applyUrl'],
  ['Enlace de inscripción', 'applyUrl'],
  ['Volontaires recherchés', 'places'],
  ['Début souhaité', 'starts'],
  ['date_fin', undefined],
  ['Contact Email', undefined],
  ['Last modified', undefined],
  ['Observations', undefined],
])('the column “%s” is %s', (name, path) => {
  const target = findTargetByName('opportunity', name) ?? findTargetByKey('opportunity', name);
  expect(target?.field.path).toBe(path);
});

it.each([
  ['What is the title of the volunteer role?', 'title'],
  ['What is your job title?', undefined],
  ['What is the name of your organization?', 'organization'],
  ['In one or two sentences, what will the volunteer do?', 'summary'],
  ['When should the volunteer start?', 'starts'],
  ['¿Hasta cuándo se puede postular?', 'closes.date'],
  ['¿En qué consiste la tarea? Descríbala', 'task'],
  ['Combien de bénévoles recherchez-vous ?', 'places'],
  ['E-mail of the organization', undefined],
  ['I agree to the terms', undefined],
])('the question “%s” asks for %s', (name, path) => {
  expect(findTargetByQuestion('opportunity', name)?.field.path).toBe(path);
});

it('finds cities and times', () => {
  expect(findPlace('Ciudad de México')).toMatchObject({ country: 'MX' });
  expect(findPlace('Dakar')).toEqual({ country: 'SN', zone: 'Africa/Dakar' });
  expect(findZone('31 March 2027, 5pm EST')).toBe('America/New_York');
  expect(findZone('15 mars 2027')).toBeUndefined();
  expect(['UTC+5:45', 'GMT−3', '17:00 UTC-5', 'GMT'].map(findZone)).toEqual([
    undefined,
    undefined,
    undefined,
    'UTC',
  ]);
  expect(findZone('(GMT-05:00) Lima')).toBe('America/Lima');
});

it('takes yes and no for no country, a start for no closing day, and a short description for no title', async () => {
  const rows = [
    'Actividad propuesta,Descripción,Activa,Comienzo,Fin,type',
    'Traducir las guías de la escuela,Doce páginas para las familias,Sí,11/01/2030,20/06/2030,En línea',
    'Ordenar las fotos de los techos,Cien fotos de la inundación,No,13/01/2030,21/06/2030,En línea',
  ];
  await run('hoja.csv', rows.join('\n'));
  const entry = await opportunity('traducir-las-guias-de-la-escuela');
  expect(entry).toMatchObject({ es: { task: 'Doce páginas para las familias\n' } });
  expect(entry).not.toHaveProperty('countries');
  expect(entry).not.toHaveProperty('closes');
});

it('says of a number of hours that it was read as those of a week, unless the cell or the column does', async () => {
  let number = 0;
  const isSaid = async (column: string, hours: string) => {
    const row = `Read aloud for radio ${++number},Read six stories,${hours}`;
    await run('sheet.csv', `Title,Description,${column}\n${row}`);
    const { imported } = await report();
    expect(imported).toHaveLength(1);
    return imported.some(({ warnings }) => warnings.some(({ code }) => code === 'hours-guessed'));
  };
  expect(await isSaid('Hours', '20')).toBe(true);
  expect(await isSaid('Hours a week', '20')).toBe(false);
  expect(await isSaid('Hours', '20 per week')).toBe(false);
});

it('guesses no title where one is named for a language, and no last day of a start or a form’s own time', async () => {
  const rows = [
    'Timestamp,Partner,Title (en),Target Start Date,Commitment,How much time',
    '11/14/2030 9:12,Riverside Data Lab of our town,Translate a guide,2030-01-11,Regular,2 h a week',
    '11/15/2030 8:10,Another school of the valley,Draw a map,2030-01-12,Flexible,3 h a week',
  ];
  await run('sheet.csv', rows.join('\n'), { language: 'en' });
  const entry = await opportunity('translate-a-guide');
  expect(entry).toMatchObject({ en: { title: 'Translate a guide' }, hours: { max: 2 } });
  expect(entry).not.toHaveProperty('closes');
});

it('reads the lists of a database, and a field’s own name before another that people use for it', async () => {
  const sheet = [
    'title,skills_required,requirements,benefits,max_volunteers,status',
    'Translate a guide,"[""Translation"",""Proofreading""]",Two years of practice,A certificate,2,completed',
    'Draw a map,"{Translation,""Proofreading""}",{},,1,active',
  ];
  await run('rows.csv', sheet.join('\n'), { language: 'en' });
  const entry = await opportunity('translate-a-guide');
  expect(entry).toMatchObject({
    en: { requirements: 'Two years of practice\n' },
    skills: [{ skill: 'translation' }, { skill: 'proofreading' }],
    places: 2,
  });
  expect(entry).not.toHaveProperty('en.impact');
  expect(await opportunity('draw-a-map')).toMatchObject({ skills: [{}, {}] });
  expect((await report()).imported[0]?.warnings).toContainEqual(
    expect.objectContaining({ code: 'status-overruled' }),
  );
});

it('reads the columns of a French list of associations', async () => {
  const sheet = [
    'Nom de la structure;Forme juridique;N° RNA;Pays d’intervention;Domaines;Langues de contact;Site internet',
    'Les Mains Vertes;Association loi 1901;W123;Togo, Bénin;Paix - Éducation;français, éwé;www.mains.example',
  ];
  await run('associations.csv', sheet.join('\n'), { type: 'organization', language: 'fr' });
  expect(parseYaml(await read('content/organizations/les-mains-vertes.yml'))).toMatchObject({
    registrationNumber: 'W123',
    countries: ['TG', 'BJ'],
    causes: ['peace', 'education'],
    languages: ['fr'],
    website: 'https://www.mains.example',
  });
  const { imported } = await report();
  expect(imported[0]?.toComplete).toContainEqual(
    expect.objectContaining({ message: expect.stringContaining('“éwé”') }),
  );
});

it('takes no hours of a column that says how often', async () => {
  const row = 'Traduire un guide,Deux fois par semaine (2 séances),3 h par semaine';
  await run('feuille.csv', `Titre,Rythme,Temps requis\n${row}`, { language: 'fr' });
  expect(await opportunity('traduire-un-guide')).toMatchObject({ hours: { min: 3, max: 3 } });
});

it.each([
  ['Mission à distance', 'Non', 'says “Non” under “Mission à distance”'],
  ['Remote?', 'No', 'says “No” under “Remote?”'],
  ['Modalidad', 'Presencial (Lima)', 'says “Presencial (Lima)” under “Modalidad”'],
  ['On-site', 'yes', 'says “yes” under “On-site”'],
  ['Work mode', 'Hybrid', 'says “Hybrid” under “Work mode”'],
  ['Remote?', 'Yes', undefined],
  ['Modalidad', 'En línea', undefined],
  ['Online application', 'No', undefined],
  ['Place', 'On-site training is given in the first two weeks of it', undefined],
])('a row with “%s”: “%s” is no opportunity to publish unseen', async (column, cell, message) => {
  const sheet = `Title,${column}\nTranslate a guide,${cell}`;
  await run('sheet.csv', sheet, { language: 'en' });
  const { imported } = await report();
  const found = imported.flatMap(({ toComplete }) => toComplete).filter(({ code }) => code === 'on-site');
  expect(found).toEqual(
    message === undefined ? [] : [expect.objectContaining({ message: expect.stringContaining(message) })],
  );
});

it('asks for one of several languages where the sheet says “or”', async () => {
  await run('sheet.csv', 'Title,Languages\nTranslate a guide,either English or French', { language: 'en' });
  expect(await opportunity('translate-a-guide')).toMatchObject({
    languages: [
      { language: 'en', need: 'either' },
      { language: 'fr', need: 'either' },
    ],
  });
});

it('takes the names of the columns, repeated below, and a count for no listings', async () => {
  await run('sheet.csv', 'Title,Task\nTranslate a guide,Twelve pages\nTitle,Task\nCount: 1,', {
    language: 'en',
  });
  expect((await report()).imported).toHaveLength(1);
});

it('puts no address of a sheet on the site unless a mapping asks for it', async () => {
  await run('sheet.csv', 'Title,E-mail to apply to\nTranslate a guide,ana@casa.example', { language: 'en' });
  expect(await opportunity('translate-a-guide')).not.toHaveProperty('applyEmail');
});

describe('a sheet without a mapping', () => {
  const sheet = [
    'Opp ID,Opportunity name,Full description,Charity name,Cause,Min hrs/wk,Max hrs/wk,Languages needed,Place,Apply until,Contact Email',
    'A-1,Translate the handbook of our school,"<p>Translate twelve pages of the handbook that our teachers use every day, and check them with one of us.</p>",Casa Abierta,Education,2,4,"EN (fluent), FR nice to have",Dakar,"31 March 2030, 5pm EST",ana@casa.example',
    'AXIS 2: LEARNING,,,,,,,,,,',
    'A-2,Read aloud for the radio,"Read six short stories for the radio, in your own voice, with a telephone.",Casa Abierta,Education,a lot,5,native Spanish,Lima,ASAP,ana@casa.example',
    'A-3,Sort the photos of the roofs,"Look at photos of roofs, and say which ones are damaged and which are whole.",Nobody’s House,Education,1,2,English,Dakar,2030-04-30,ana@casa.example',
    'A-2,Read aloud for the radio,"Read six short stories for the radio, in your own voice, with a telephone.",Casa Abierta,Education,a lot,5,native Spanish,Lima,ASAP,ana@casa.example',
    'A-4,,"Count the trees on photos of our hills, and write down what you see on each of them.",Casa Abierta,Education,1,2,English,Dakar,2030-04-30,ana@casa.example',
    'Total,3,,,,,,,,,',
  ].join('\n');

  it('becomes drafts, which say what they lack', async () => {
    const { code, lines } = await run('partner.csv', sheet);
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('“Nobody’s House”, and no organization has that id or name');
    expect(await opportunity('sort-the-photos-of-the-roofs')).not.toHaveProperty('organization');
    expect(await opportunity('translate-the-handbook-of-our-school')).toMatchObject({
      status: 'draft',
      originalLanguage: 'en',
      organization: 'casa-abierta',
      causes: ['education'],
      hours: { min: 2, max: 4 },
      languages: [
        { language: 'en', level: 'fluent' },
        { language: 'fr', need: 'welcome' },
      ],
      countries: ['SN'],
      closes: { date: '2030-03-31', zone: 'America/New_York' },
    });
    const radio = await opportunity('read-aloud-for-the-radio');
    // What can't be read isn't in the draft, but in the report.
    expect(radio).toMatchObject({ hours: { max: 5 }, countries: ['PE'] });
    expect(radio).not.toHaveProperty('closes');
    expect(lines.join('\n')).toMatch(
      /Drafts, to be completed .*\n(?: .*\n)*.*is “a lot”, which is not a number/,
    );
    // Nobody's address is public.
    expect(JSON.stringify(radio)).not.toContain('ana@');
    expect(lines.join('\n')).toContain('“Contact Email”');
  });

  it('names what is no listing, and leaves out what has no title', async () => {
    const { lines } = await run('partner.csv', sheet);
    expect(lines).toContain('Rows that are headings, totals or notes: 3, 8.');
    expect(lines).toContain('Rows that repeat one above: 6.');
    const { leftOut } = await report();
    expect(leftOut.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['field-missing']]);
  });

  it('brings the organization once it is there, into the same draft', async () => {
    await run('partner.csv', sheet);
    const known = await read('content/organizations/casa-abierta.yml');
    await writeFile(
      inside('content/organizations/nobodys-house.yml'),
      known.replaceAll('Casa Abierta', 'Nobody’s House'),
    );
    const { lines } = await run('partner.csv', sheet);
    expect(await opportunity('sort-the-photos-of-the-roofs')).toMatchObject({
      organization: 'nobodys-house',
    });
    expect(lines).toContain('Entries changed: 1; as the sheet says already: 2.');
  });
});
