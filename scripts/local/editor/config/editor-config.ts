/** Builds Decap's configuration in a language: a collection for each type, with fields from the model. */
import path from 'node:path';
import { editorTranslator } from '@/i18n/editor';
import { localeTable, locales, type Locale } from '@/i18n/locales';
import { typeSection } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { capitalize } from '@/i18n/names';
import { typeWords } from '@/model/fields/field-words';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { utcDay } from '@/model/time/clock';
import { contentTypes } from '@/model/types/types';
import { buildFields, type EditorDefaults, type EditorField, type FieldContext } from './fields';
import {
  backendName,
  formatName,
  formFolder,
  foundField,
  groupField,
  marksField,
  noteField,
  titleField,
} from '../entry/format';
import { listFilters, listGroups } from './list-filters';

/** A collection in the shape of Decap's configuration. */
export interface EditorCollection {
  readonly name: ContentTypeName;
  readonly label: string;
  readonly label_singular: string;
  readonly folder: string;
  readonly fields: readonly EditorField[];
  /** Types with pages have a pane beside the form. */
  readonly editor: { readonly preview: boolean };
  readonly [setting: string]: unknown;
}

/** The input of a configuration besides the model. */
export interface ConfigOptions {
  /** The language of the editor. */
  readonly locale?: Locale;
  /** The day on which a new entry is written, `YYYY-MM-DD`. */
  readonly today?: string;
}

/** Fields that a save fills in: no form shows them. */
const savedFields = new Set(['updated']);

/** A new entry is a draft of today in the editor's language. */
function buildDefaults({ locale, today }: Required<ConfigOptions>): EditorDefaults {
  const drafts = contentTypeNames.map((type) => [`${type}.status`, 'draft'] as const);
  const written = contentTypeNames.map((type) => [`${type}.originalLanguage`, locale] as const);
  const days = ['opportunity.posted', 'organization.joined', 'resource.date'].map(
    (field) => [field, today] as const,
  );
  return Object.fromEntries([...drafts, ...written, ...days]);
}

const hidden = (name: string): EditorField => ({ name, label: name, widget: 'hidden', required: false });

function buildCollection(
  type: ContentTypeName,
  context: FieldContext,
  contentFolder: string,
): EditorCollection {
  const { terms, words } = context;
  const { localized, shared, folder } = contentTypes[type];
  const { label, help } = typeWords(words, type);
  const own = { ...context, path: type };
  const texts = buildFields(own, localized);
  // The editor most likely writes in the language of the page.
  const ordered = [words.locale, ...locales.filter((locale) => locale !== words.locale)];
  const languages = ordered.map((locale): EditorField => ({
    name: locale,
    label: localeTable[locale].name,
    hint: words('The texts in this language. Leave all of them empty if there is no translation.'),
    widget: 'object',
    collapsed: locale !== words.locale,
    fields: texts,
  }));
  const isSingle = type === 'settings';
  const groups = listGroups(type, context);
  const plural = capitalize(terms, words(pluralLabels[type]));
  return {
    name: type,
    label: plural,
    label_singular: label,
    description: help,
    folder: path.posix.join(contentFolder, folder),
    extension: 'yml',
    format: formatName(type),
    create: true,
    ...(isSingle && { limit: 1, delete: false }),
    identifier_field: foundField,
    // An id has at most 64 characters, and Decap adds a number if it exists already.
    slug: `{{fields.${titleField} | truncate(60, '')}}`,
    summary: `{{${titleField}}}{{${noteField}}}`,
    sortable_fields: [titleField, ...('updated' in shared.shape ? ['updated'] : [])],
    // Settings are one entry; Decap takes an empty list for a mistake.
    ...(!isSingle && { view_filters: listFilters(type, context) }),
    ...(groups.length > 0 && { view_groups: groups }),
    editor: { preview: Object.hasOwn(typeSection, type) },
    fields: [
      { ...hidden(titleField), label: words('Title in lists') },
      ...[foundField, noteField, marksField, groupField].map(hidden),
      ...languages,
      ...buildFields(own, shared).map((field) =>
        savedFields.has(field.name) ? { ...field, widget: 'hidden', required: false } : field,
      ),
    ],
  };
}

const pluralLabels = {
  opportunity: 'Opportunities',
  organization: 'Organizations',
  campaign: 'Campaigns',
  story: 'Stories',
  resource: 'Resources',
  page: 'Pages',
  synonyms: 'Synonyms',
  settings: 'Site settings',
} as const satisfies Record<ContentTypeName, string>;

/** The configuration with which Decap starts. */
export type EditorConfig = ReturnType<typeof buildEditorConfig>;

/** Builds the whole configuration. `contentFolder` is the name of the content folder in the editor's paths. */
export function buildEditorConfig(
  contentFolder: string,
  { locale = 'en', today = utcDay(Date.now()) }: ConfigOptions = {},
) {
  const context: FieldContext = {
    terms: translator(locale),
    words: editorTranslator(locale),
    path: '',
    defaults: buildDefaults({ locale, today }),
  };
  return {
    load_config_file: false,
    // The editor’s page registers it: scripts/local/editor/browser/backend/backend.client.ts.
    backend: { name: backendName },
    locale,
    show_preview_links: false,
    media_folder: path.posix.join(contentFolder, 'media'),
    public_folder: formFolder,
    slug: { encoding: 'ascii', clean_accents: true },
    collections: contentTypeNames.map((type) => buildCollection(type, context, contentFolder)),
  };
}
