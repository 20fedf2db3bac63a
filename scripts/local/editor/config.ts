/** What Decap CMS is told about the content: a collection for each type, its fields from the model. */
import path from 'node:path';
import { localeTable, locales } from '@/i18n/locales';
import { typeSection } from '@/i18n/routes';
import { translator } from '@/i18n/translate';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { fieldsOf, optionalFields, type EditorField } from './fields';
import { backendName, formatOf, shownAs } from './format';

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
const named = (folder: string) => folder.slice(0, 1).toUpperCase() + folder.slice(1);

function collectionOf(type: ContentTypeName, contentFolder: string): EditorCollection {
  const { label, help, localized, shared, folder } = contentTypes[type];
  const texts = optionalFields(fieldsOf(t, localized));
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
    label: named(folder),
    label_singular: label,
    description: help,
    folder: path.posix.join(contentFolder, folder),
    extension: 'yml',
    format: formatOf(type),
    create: true,
    identifier_field: shownAs,
    // An id has at most 64 characters, and one that is taken gets a number behind it.
    slug: `{{fields.${shownAs} | truncate(60, '')}}`,
    summary: `{{${shownAs}}}`,
    sortable_fields: [shownAs, ...('updated' in shared.shape ? ['updated'] : [])],
    editor: { preview: Object.hasOwn(typeSection, type) },
    fields: [
      { name: shownAs, label: 'Shown as', widget: 'hidden', required: false },
      ...languages,
      ...fieldsOf(t, shared),
    ],
  };
}

/** What Decap is started with. */
export type EditorConfig = ReturnType<typeof editorConfig>;

/** The whole configuration. `contentFolder` is relative to the folder that the editor's storage works in. */
export function editorConfig(contentFolder: string) {
  return {
    load_config_file: false,
    // Registered by the editor’s page: scripts/local/editor/browser/backend.client.ts.
    backend: { name: backendName },
    locale: 'en',
    show_preview_links: false,
    media_folder: path.posix.join(contentFolder, 'media'),
    public_folder: '/media',
    slug: { encoding: 'ascii', clean_accents: true },
    collections: contentTypeNames.map((type) => collectionOf(type, contentFolder)),
  };
}
