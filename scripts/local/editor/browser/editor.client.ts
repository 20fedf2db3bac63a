/** Starts Decap CMS with our backend and with formats that write entries as a person would. */
import { contentTypeNames, type ContentTypeName, type RawFields } from '@/model/types/entry';
import { createBackend } from './backend.client';
import type { EditorConfig } from '../editor-config';
import { backendName, formatName, readForm, titleField, findEntryTitle, writeForm } from '../format';
import { createPane, paneStyle } from './pane.client';

/** The part of Immutable's maps that is used. */
interface Data {
  readonly set: (key: string, value: unknown) => Data;
  readonly toJS: () => RawFields;
}

interface Decap {
  readonly registerCustomFormat: (
    name: string,
    extension: string,
    format: {
      readonly fromFile: (encoded: string) => RawFields;
      readonly toFile: (form: RawFields) => string;
    },
  ) => void;
  readonly registerBackend: (name: string, backend: unknown) => void;
  readonly registerEventListener: (listener: {
    readonly name: 'preSave';
    readonly handler: (event: { readonly entry: { readonly get: (key: string) => unknown } }) => Data;
  }) => void;
  readonly registerPreviewTemplate: (name: string, component: unknown) => void;
  readonly registerPreviewStyle: (style: string, options: { readonly raw: true }) => void;
  readonly init: (options: { readonly config: unknown }) => void;
}

const { CMS } = globalThis as typeof globalThis & { readonly CMS: Decap };

for (const type of contentTypeNames) {
  CMS.registerCustomFormat(formatName(type), 'yml', {
    fromFile: (encoded) => readForm(type, encoded),
    toFile: (form) => writeForm(type, form),
  });
}
// A new file is named after the title in the entry's original language.
CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => {
    const data = entry.get('data') as Data;
    return data.set(titleField, findEntryTitle(entry.get('collection') as ContentTypeName, data.toJS()));
  },
});
const config = JSON.parse(document.getElementById('config')?.textContent ?? '') as EditorConfig;
for (const { name, editor } of config.collections) {
  if (editor.preview) CMS.registerPreviewTemplate(name, createPane(name));
}
CMS.registerPreviewStyle(paneStyle, { raw: true });
CMS.registerBackend(backendName, createBackend(config));
CMS.init({ config });
