/** `import --propose`: writes a mapping of a sheet, with its guesses marked, for a person to look through. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EditorTranslate } from '@/i18n/editor';
import { editorTranslator } from '@/i18n/editor';
import { excerpt } from '@/model/characters';
import { fieldMeta } from '@/model/fields/fields';
import { stringify } from 'yaml';
import type { ExistingEntries } from '../existing-entries';
import { mappingPath } from '../find-mapping';
import { ImportError } from '../import-error';
import { getImportFields } from '../import-fields';
import type { ImportType } from '../import-types';
import type { ImportSettings } from '../import-settings';
import type { ColumnMap } from '../table/column-map';
import type { ImportTable } from '../table/table';
import { detectDateOrder } from '../values/dates';
import { findTerm, nameTerm } from '../values/find-term';
import { collectTermSynonyms, guessTerm, listNearTerms, type TermSynonyms } from '../values/guess-term';
import { detectLanguage } from './detect-language';
import { readColumnValues, listValues, splitTerms, termSchema } from '../table/column-values';
import { matchColumns } from '../table/match-columns';

/** The sheet, the settings and the entries that a mapping is proposed from. */
interface ProposalInput {
  readonly file: string;
  readonly table: ImportTable;
  readonly map: ColumnMap;
  readonly settings: ImportSettings;
  readonly existing: ExistingEntries;
  readonly today: string;
}

/** A column with its field, and whether that is a guess. */
interface ProposedColumn {
  readonly name: string;
  readonly path: string | null;
  readonly isGuess: boolean;
  /** The different values, at most so many. */
  readonly values: readonly string[];
}

function proposeColumns({
  table,
  map,
  settings: { type },
  existing,
  today,
}: ProposalInput): ProposedColumn[] {
  const columns = matchColumns(table.columns, type, map, readColumnValues(table, type, { existing, today }));
  return table.columns.map((name): ProposedColumn => {
    const [target] = columns.targets.get(name) ?? [];
    const place = target && (target.locale ? `${target.locale}.${target.field.path}` : target.field.path);
    return {
      name,
      path: name === columns.id ? 'id' : (place ?? null),
      isGuess: columns.guessed.includes(name),
      values: listValues(table, name),
    };
  });
}

const scalar = (value: string) => stringify(value, { lineWidth: 0 }).trim();
const comment = (text: string) => ` # ${text.replace(/\s+/g, ' ')}`;

function formatColumns(columns: readonly ProposedColumn[], t: EditorTranslate): string[] {
  return [
    'columns:',
    ...columns.map(({ name, path: place, isGuess, values: [example = ''] }) => {
      const shown = t('such as “{example}”', { example: excerpt(example, 50) });
      const note = isGuess ? `? ${t('guessed by its values, {example}', { example: shown })}` : shown;
      return `  ${scalar(name)}: ${place ?? 'null'}${comment(place === null ? `? ${t('no field is called so, {example}', { example: shown })}` : note)}`;
    }),
  ];
}

/** Words of the sheet that are no names of terms, with the nearest ones. */
function formatValues(
  columns: readonly ProposedColumn[],
  { type, reportLanguage }: ImportSettings,
  synonyms: TermSynonyms,
  t: EditorTranslate,
): string[] {
  const sections = columns.flatMap(({ path: place, values }) => {
    const field = place === null ? undefined : getImportFields(type).get(place);
    const schema = field && termSchema(field);
    if (!schema || fieldMeta(schema).widget !== 'choice' || place === 'status') return [];
    const words = [...new Set(values.flatMap(splitTerms))];
    const lines = words.flatMap((word) => {
      if (findTerm(schema, word) !== undefined) return [];
      const guess = guessTerm(schema, word, synonyms);
      if (guess !== undefined)
        return [
          `    ${scalar(word)}: ${guess}${comment(`? ${t('probably “{term}”', { term: nameTerm(schema, guess, reportLanguage) })}`)}`,
        ];
      const near = listNearTerms(schema, word);
      return [`    # ${scalar(word)}: ${near.join(` ${t('or')} `) || '…'}`];
    });
    // A comment alone would be no mapping.
    const isOnlyComment = lines.every((line) => line.trimStart().startsWith('#'));
    return lines.length === 0 ? [] : [`  ${isOnlyComment ? '# ' : ''}${String(place)}:`, ...lines];
  });
  if (sections.length === 0) return [];
  return [sections.every((line) => line.trimStart().startsWith('#')) ? '# values:' : 'values:', ...sections];
}

/** Fields that every entry needs and the import doesn't fill in, with a usual value. */
const required: Readonly<Record<ImportType, readonly (readonly [path: string, example: string])[]>> = {
  opportunity: [
    ...(['summary', 'task', 'deliverable', 'impact', 'requirements'] as const).map((name) => [name, '…'] as const),
    ...([['organization', '…'], ['taskTypes', 'translation'], ['languages', 'fr: good'], ['hours', '2-4']] as const),
    ...([['length.kind', 'ongoing'], ['closes.zone', 'UTC'], ['reviewBy', '2027-01-31'], ['languages.level', 'good']] as const),
  ],
  organization: [
    ...(['summary', 'mission', 'country', 'countries', 'languages', 'registrationNumber'] as const).map((name) => [name, '…'] as const),
    ['kind', 'civil'],
  ],
}; // prettier-ignore

/** Defaults for what no column has, to be filled in. */
function formatDefaults(
  columns: readonly ProposedColumn[],
  { type }: ImportSettings,
  t: EditorTranslate,
): string[] {
  const places = columns.map(({ path: place }) => place?.replace(/^(?:en|fr|es)\./, ''));
  const has = (wanted: string) => places.some((place) => place === wanted || place?.startsWith(`${wanted}.`));
  const hasClosing = has('closes.date');
  const lines = required[type].flatMap(([place, example]) => {
    if (has(place) || (place === 'length.kind' && has('length'))) return [];
    if (place === 'closes.zone') return hasClosing ? [`  ${place}: ${example}`] : [];
    if (place === 'reviewBy') return hasClosing ? [] : [`  # ${place}: ${example}`];
    if (place === 'languages.level') return [`  ${place}: ${example}`];
    return [`  # ${place}: ${example}`];
  });
  if (lines.length === 0) return [];
  const isOnlyComment = lines.every((line) => line.startsWith('  #'));
  return [
    `${isOnlyComment ? '# ' : ''}defaults:${comment(t('for blank cells, and for what no column says'))}`,
    ...lines,
  ];
}

/** Returns a mapping in YAML with comments in the report's language. */
export function proposeMapping(input: ProposalInput): string {
  const { table, settings, existing, file, today } = input;
  const t = editorTranslator(settings.reportLanguage);
  const synonyms = collectTermSynonyms(existing.entries);
  const columns = proposeColumns(input);
  const language = settings.language ?? detectLanguage(columns.flatMap(({ values }) => values));
  const dates = detectDateOrder(columns.flatMap(({ values }) => values));
  return `${[
    `# ${t('Proposed for {file} on {day}. Look at the lines with a question mark.', { file: path.basename(file), day: today })}`,
    `source: ${scalar(settings.source ?? path.basename(file))}`,
    `type: ${settings.type}`,
    ...(language === undefined ? ['# language: fr'] : [`language: ${language}`]),
    ...(dates === undefined
      ? []
      : [`dates: ${dates.order}${comment(t('such as “{example}”', { example: dates.example }))}`]),
    `header: [${table.columns.map((name) => JSON.stringify(name)).join(', ')}]`,
    ...formatColumns(columns, t),
    ...formatValues(columns, settings, synonyms, t),
    ...formatDefaults(columns, settings, t),
  ].join('\n')}\n`;
}

/** Writes a mapping beside its sheet. Resolves to the exit code. Rejects if there is a mapping already. */
export async function saveProposal(
  mapping: string,
  file: string,
  t: EditorTranslate,
  print: (line: string) => void,
): Promise<number> {
  const target = mappingPath(file);
  await writeFile(target, mapping, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new ImportError(`There is a mapping ${target} already.`, 'Change it, or delete it first.');
  });
  print(
    t('The mapping is proposed in {file}. Look through it, then import with --dry-run.', { file: target }),
  );
  return 0;
}
