import { readConfig } from '@/config/config';
import { prepareContent } from '@/site/prepare/prepare';
import { expect, it } from 'vitest';
import { useContentFolder } from './content-folder.fixture';

const folder = useContentFolder();

const mapping = `language: fr
columns:
  Titre: title
  Résumé: summary
  Ce qu’il faut faire: task
  À rendre: deliverable
  Pourquoi: impact
  Profil: requirements
  Qui demande: organization
  Type: taskTypes
  Thème 1: causes
  Thème 2: causes
  Langues: languages
  Heures par semaine: hours
  Semaines: length.weeks
  Jusqu’au: closes.date
  Remarque interne: null
values:
  causes:
    Agro: agriculture
defaults:
  length.kind: weeks
  closes.zone: Africa/Dakar
  languages.level: good
`;

/** What people write into the columns where it may be written in several ways. */
const ways: Readonly<Record<string, readonly string[]>> = {
  'Qui demande': ['casa-abierta', 'Casa Abierta', 'sahel-wells-network', 'CASA ABIERTA '],
  Type: ['translation', 'Traduction', 'Writing and editing', 'Traducción; Datos', 'Data | Recherche'],
  'Thème 1': ['water', 'Eau et assainissement', 'Agro', 'Educación', 'HEALTH', ''],
  Langues: ['français', 'fr: fluent', 'French (fluent); Wolof: basic: welcome', 'francés : nivel fluido'],
  'Heures par semaine': ['3-5', '3 à 5', '4', '2,5 – 4 h'],
  Semaines: ['6', '1,5'],
  'Jusqu’au': ['2030-12-31', '31/12/2030', '31 décembre 2030'],
};

function buildRow(n: number): Record<string, string> {
  return {
    Titre: `Traduire le cahier numéro ${n}`,
    Résumé: `Le cahier ${n} pour une école de village.`,
    'Ce qu’il faut faire': `Douze pages du cahier ${n}.\n\n• une par jour\n• sans hâte`,
    'À rendre': 'Un fichier relu.',
    Pourquoi: 'Les élèves lisent mieux ; les "grands" aussi.',
    Profil: 'Patience',
    ...Object.fromEntries(Object.entries(ways).map(([column, all]) => [column, all[n % all.length] ?? ''])),
    'Thème 2': '',
    'Remarque interne': 'rappeler Awa',
  };
}

const html = '<p onclick="x()">Lire <b>tout</b>&nbsp;!</p><script>alert(1)</script><ul><li>un</li></ul>';

/** Cells that spoil a row, and what becomes of it: an entry, one with a warning, or the field and the code of a fault. */
const spoilt: readonly (readonly [cells: Readonly<Record<string, string>>, outcome: string])[] = [
  [{ Titre: '  ' }, 'title field-missing'],
  [{ Résumé: 'Trop long. '.repeat(20) }, 'summary field-invalid'],
  [{ 'Thème 2': 'Agroforesterie' }, 'causes vocabulary-unknown'],
  [{ Titre: 'TRADUIRE  le cahier numéro 0', 'Qui demande': 'Casa Abierta' }, 'title title-repeated'],
  [{ 'Ce qu’il faut faire': html }, 'warning html-converted'],
  [{ Profil: 'un\r\ndeux\rtrois\n' }, 'fine'],
  [{ 'Jusqu’au': '31/02/2030' }, 'closes.date field-invalid'],
  [{ 'de trop': 'une cellule de trop' }, ' row-faulty'],
  [{ 'Qui demande': 'Association sans nom' }, 'organization link-dead'],
  [{ 'Heures par semaine': '60' }, 'hours.max hours'],
  [{ Titre: 'Relire\u202E le\u200B cahier' }, 'warning characters-hidden'],
  [{ Titre: '翻訳する'.repeat(3) }, 'fine'],
  [{ Semaines: '' }, 'length.weeks length'],
];

const quoteCell = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

it('gives entries that a build shows, and names each row left out, and why', async () => {
  const plain = Array.from({ length: 24 }, (_, n) => buildRow(n));
  const rows = [...plain, ...spoilt.map(([cells], index) => ({ ...buildRow(24 + index), ...cells }))];
  const cleared = ' ;;;;;;;;;;;;;;';
  const lines = [Object.keys(buildRow(0)), ...rows.map(Object.values)].map((cells: string[]) =>
    cells.map(quoteCell).join(';'),
  );
  const lineEnds = ['\r\n', '\n', '\r'];
  const text = [...lines, cleared].map((line, index) => line + (lineEnds[index % 3] ?? '')).join('');
  const map = await folder.map(mapping);
  const { code, lines: printed } = await folder.run('messy.csv', `\uFEFF${text}`, { map, status: 'open' });
  expect(code).toBe(1);

  const { imported, leftOut } = await folder.report();
  const outcomes = new Map([
    ...imported.map(({ row, warnings }): [number, string] => {
      const warning = warnings.find((one) => /html-converted|characters-hidden/.test(one.code));
      return [row, warning ? `warning ${warning.code}` : 'fine'];
    }),
    ...leftOut.map(({ row, problems: [first] }): [number, string] => [
      row,
      `${first?.field?.replace(/\.\d+$/, '') ?? ''} ${first?.code}`,
    ]),
  ]);
  const expected = [...plain.map(() => 'fine'), ...spoilt.map(([, outcome]) => outcome)];
  expect(expected.map((_, index) => outcomes.get(index + 2))).toEqual(expected);
  expect(outcomes.size).toBe(rows.length);
  for (const { row, problems } of leftOut) {
    expect(problems).toHaveLength(1);
    const heading = printed.findIndex((line) =>
      new RegExp(String.raw`^Row ${row}\b.* is left out:$`).test(line),
    );
    expect(printed[heading + 1]).toContain(`${problems[0]?.message}. ${problems[0]?.hint}`);
  }

  const { counts, problems } = await prepareContent(readConfig(folder.env()), () => undefined);
  const { length } = imported;
  expect(counts.opportunity).toEqual({ read: length, shown: length, unpublished: 0, leftOut: 0 });
  expect(problems.filter(({ severity }) => severity === 'blocks')).toEqual([]);
});
