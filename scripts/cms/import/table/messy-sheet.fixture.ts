/** A sheet of 500 realistic rows, with the expected outcome of each. */

/** The expected outcome of a row: an entry, or the field and the code for which it is left out. */
export type RowOutcome =
  | { readonly row: number; readonly imported: true; readonly warning?: string }
  | { readonly row: number; readonly imported: false; readonly field: string; readonly code: string };

const columns = [
  ...['Titre', 'Résumé', 'Ce qu’il faut faire', 'À rendre', 'Pourquoi', 'Profil', 'Qui demande', 'Type'],
  ...['Thème 1', 'Thème 2', 'Langues', 'Heures par semaine', 'Semaines', 'Jusqu’au', 'Remarque interne'],
];

/** The mapping for the sheet. */
export const mapping = `language: fr
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

const organizations = ['casa-abierta', 'Casa Abierta', 'sahel-wells-network', 'CASA ABIERTA '];
const types = ['translation', 'Traduction', 'Writing and editing', 'Traducción; Datos', 'Data | Recherche'];
const causes = ['water', 'Eau et assainissement', 'Agro', 'Educación', 'HEALTH', ''];
const languages = [
  'français',
  'fr: fluent',
  'French (fluent); Wolof: basic: welcome',
  'francés : nivel fluido',
];
const hours = ['3-5', '3 à 5', '4', '2,5 – 4 h'];
const days = ['2030-12-31', '31/12/2030', '31 décembre 2030'];
const lineEnds = ['\r\n', '\n', '\r'];

type Cells = Record<string, string>;

function buildPlainRow(n: number): Cells {
  const pick = (list: readonly string[]) => list[n % list.length] ?? '';
  return {
    Titre: `Traduire le cahier numéro ${n}`,
    Résumé: `Le cahier ${n} pour une école de village.`,
    'Ce qu’il faut faire': `Douze pages du cahier ${n}.\n\n• une par jour\n• sans hâte`,
    'À rendre': 'Un fichier relu.',
    Pourquoi: 'Les élèves lisent mieux ; les "grands" aussi.',
    Profil: 'Patience',
    'Qui demande': pick(organizations),
    Type: pick(types),
    'Thème 1': pick(causes),
    'Thème 2': n % 7 === 0 ? 'Paix' : '',
    Langues: pick(languages),
    'Heures par semaine': pick(hours),
    Semaines: n % 2 === 0 ? '6' : '1,5',
    'Jusqu’au': pick(days),
    'Remarque interne': 'rappeler Awa',
  };
}

interface RowFault {
  readonly spoil: (cells: Cells, n: number) => void;
  readonly fate: { readonly field: string; readonly code: string } | { readonly warning: string } | 'fine';
}

/** Each fault is in one of 25 rows. The other rows are valid. */
const rowFaults: readonly RowFault[] = [
  { spoil: (cells) => (cells['Titre'] = '  '), fate: { field: 'title', code: 'field-missing' } },
  {
    spoil: (cells) => (cells['Résumé'] = 'Trop long. '.repeat(20)),
    fate: { field: 'summary', code: 'field-invalid' },
  },
  {
    spoil: (cells) => (cells['Thème 2'] = 'Agroforesterie'),
    fate: { field: 'causes', code: 'vocabulary-unknown' },
  },
  {
    spoil: (cells, n) => {
      // The fifth row before this one is a valid one.
      const earlier = buildPlainRow(n - 5);
      cells['Titre'] = `TRADUIRE  le cahier numéro ${n - 5}`;
      cells['Qui demande'] = earlier['Qui demande'] ?? '';
    },
    fate: { field: 'title', code: 'title-repeated' },
  },
  {
    spoil: (cells) =>
      (cells['Ce qu’il faut faire'] =
        '<p onclick="x()">Lire <b>tout</b>&nbsp;!</p><script>alert(1)</script><ul><li>un</li></ul>'),
    fate: { warning: 'html-converted' },
  },
  { spoil: (cells) => (cells['Profil'] = 'un\r\ndeux\rtrois\n'), fate: 'fine' },
  {
    spoil: (cells) => (cells['Jusqu’au'] = '31/02/2030'),
    fate: { field: 'closes.date', code: 'field-invalid' },
  },
  { spoil: (cells) => (cells['de trop'] = 'une cellule de trop'), fate: { field: '', code: 'row-faulty' } },
  {
    spoil: (cells) => (cells['Qui demande'] = 'Association sans nom'),
    fate: { field: 'organization', code: 'link-dead' },
  },
  { spoil: (cells) => (cells['Heures par semaine'] = '60'), fate: { field: 'hours.max', code: 'hours' } },
  {
    spoil: (cells, n) => (cells['Titre'] = `Relire\u202E le\u200B cahier ${n}`),
    fate: { warning: 'characters-hidden' },
  },
  {
    spoil: (cells) => (cells['Titre'] = '翻訳する'.repeat(3) + cells['Résumé']?.replace(/\D/g, '')),
    fate: 'fine',
  },
  { spoil: (cells) => (cells['Semaines'] = ''), fate: { field: 'length.weeks', code: 'length' } },
];

const quoteCell = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Builds the text of the sheet, and the outcome of each row that isn't blank. */
export function buildMessySheet(): { readonly text: string; readonly fates: readonly RowOutcome[] } {
  const fates: RowOutcome[] = [];
  const lines = Array.from({ length: 500 }, (_, index) => {
    const row = index + 2;
    // A cleared row.
    if (index % 25 === 24) return ' ;;'.padEnd(columns.length, ';');
    const cells = buildPlainRow(index);
    const mess = rowFaults[index % 25];
    // The first row has no earlier title to repeat.
    const isMessy = mess !== undefined && !(index % 25 === 3 && index < 25);
    if (isMessy) mess.spoil(cells, index);
    const fate = isMessy ? mess.fate : 'fine';
    fates.push(
      fate === 'fine'
        ? { row, imported: true }
        : 'warning' in fate
          ? { row, imported: true, warning: fate.warning }
          : { row, imported: false, ...fate },
    );
    return Object.values(cells).map(quoteCell).join(';');
  });
  const text = ['\uFEFF' + columns.map(quoteCell).join(';'), ...lines]
    .map((line, index) => line + (lineEnds[index % lineEnds.length] ?? '\n'))
    .join('');
  return { text, fates };
}
