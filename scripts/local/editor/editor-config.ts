/** Builds Decap's configuration: a collection for each type, with fields from the model. */
import path from 'node:path';
import { localeTable, locales } from '@/i18n/locales';
import { typeSection } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { buildFields, makeOptional, type EditorField } from './fields';
import { backendName, formatName, titleField } from './format';

/** A collection in the shape of Decap's configuration. */
export interface EditorCollection {
  readonly name: ContentTypeName;
  readonly label: string;
  readonly folder: string;
  readonly fields: readonly EditorField[];
  /** Types with pages have a pane beside the form. */
  readonly editor: { readonly preview: boolean };
  readonly [setting: string]: unknown;
}

const t = translator('en');

/** `'opportunities' -> 'Opportunities'` */
const formatFolder = (folder: string) => folder.slice(0, 1).toUpperCase() + folder.slice(1);

function buildCollection(type: ContentTypeName, contentFolder: string): EditorCollection {
  const { label, help, localized, shared, folder } = contentTypes[type];
  const texts = makeOptional(buildFields(t, localized));
  const languages = locales.map((locale, index): EditorField => ({
    name: locale,
    label: localeTable[locale].name,
    widget: 'object',
    required: false,
    collapsed: index > 0,
    fields: texts,
  }));
  return {
    name: type,
    label: formatFolder(folder),
    label_singular: label,
    description: help,
    folder: path.posix.join(contentFolder, folder),
    extension: 'yml',
    format: formatName(type),
    create: true,
    identifier_field: titleField,
    // An id has at most 64 characters, and Decap adds a number if it exists already.
    slug: `{{fields.${titleField} | truncate(60, '')}}`,
    summary: `{{${titleField}}}`,
    sortable_fields: [titleField, ...('updated' in shared.shape ? ['updated'] : [])],
    editor: { preview: Object.hasOwn(typeSection, type) },
    fields: [
      { name: titleField, label: 'Shown as', widget: 'hidden', required: false },
      ...languages,
      ...buildFields(t, shared),
    ],
  };
}

/** The configuration with which Decap starts. */
export type EditorConfig = ReturnType<typeof buildEditorConfig>;

/** Builds the whole configuration. `contentFolder` is the name of the content folder in the editor's paths. */
export function buildEditorConfig(contentFolder: string) {
  return {
    load_config_file: false,
    // The editor’s page registers it: scripts/local/editor/browser/backend.client.ts.
    backend: { name: backendName },
    locale: 'en',
    show_preview_links: false,
    media_folder: path.posix.join(contentFolder, 'media'),
    public_folder: '/media',
    slug: { encoding: 'ascii', clean_accents: true },
    collections: contentTypeNames.map((type) => buildCollection(type, contentFolder)),
  };
}
