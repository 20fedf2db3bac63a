/** Starts Decap CMS with our backend, controls and words, and with formats that write entries as a person would. */
import { contentTypeNames, type ContentTypeName, type RawFields } from '@/model/types/entry';
import { createBackend } from './backend/backend.client';
import { extendControl } from './form/controls.client';
import type { EditorConfig } from '../config/editor-config';
import {
  backendName,
  formatName,
  foundField,
  readForm,
  titleField,
  findEntryTitle,
  writeForm,
} from '../entry/format';
import { editorLocale, showLanguageChoice, t } from './page/language.client';
import { createPane, paneStyle } from './pane/pane.client';
import { showPublication } from './page/publication.client';
import { decapPhrases } from './page/phrases.client';
import { tellBroken } from './backend/remarks.client';
import type { ControlClass } from './page/react.client';
import { nameControls } from './form/control-names.client';
import { addSaveShortcut } from './form/save-shortcut.client';
import { holdForm } from './form/hold-form.client';
import { preparePictureChoice } from './form/picture-choice.client';
import { prepareRichTexts } from './form/rich-text.client';
import { waitForYears } from './form/typed-days.client';
import { editorStyle, isNarrow } from './page/editor-style.client';

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
  readonly getWidget: (name: string) => { control: ControlClass };
  readonly getLocale: (locale: string) => object | undefined;
  readonly registerLocale: (locale: string, phrases: object) => void;
  readonly init: (options: { readonly config: unknown }) => void;
}

const { CMS } = globalThis as typeof globalThis & { readonly CMS: Decap };

/** Puts our words over Decap's. Words that Decap lacks in a language are English. */
function mergePhrases(base: object, own: object): object {
  return Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(own)])].map((key) => {
      const [before, after] = [Reflect.get(base, key) as unknown, Reflect.get(own, key) as unknown];
      const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;
      return [key, isGroup(before) && isGroup(after) ? mergePhrases(before, after) : (after ?? before)];
    }),
  );
}

/** The widgets that forms have. */
const usedWidgets = [
  'boolean',
  'datetime',
  'image',
  'list',
  'markdown',
  'number',
  'object',
  'relation',
  'select',
  'string',
  'text',
];

for (const type of contentTypeNames) {
  CMS.registerCustomFormat(formatName(type), 'yml', {
    fromFile: (encoded) => readForm(type, encoded, t),
    toFile: (form) => writeForm(type, form),
  });
}
// A new file is named after the title in the entry's original language.
CMS.registerEventListener({
  name: 'preSave',
  handler: ({ entry }) => {
    holdForm();
    const data = entry.get('data') as Data;
    const title = findEntryTitle(entry.get('collection') as ContentTypeName, data.toJS());
    return data.set(titleField, title).set(foundField, title);
  },
});
for (const name of usedWidgets) {
  // Registering it again would lose what else Decap knows of it.
  const widget = CMS.getWidget(name);
  widget.control = extendControl(name, widget.control);
}
const english = CMS.getLocale('en') ?? {};
const phrases = mergePhrases(english, CMS.getLocale(editorLocale) ?? {});
CMS.registerLocale(editorLocale, mergePhrases(phrases, decapPhrases(t)));

const config = (await (await fetch(`/admin/config/${editorLocale}.json`)).json()) as EditorConfig;
for (const { name, editor } of config.collections) {
  if (editor.preview) CMS.registerPreviewTemplate(name, createPane(name));
}
CMS.registerPreviewStyle(paneStyle, { raw: true });
CMS.registerBackend(backendName, createBackend(config));
const styles = document.createElement('style');
styles.textContent = editorStyle;
document.head.append(styles);
document.documentElement.lang = editorLocale;
// A phone has no room for both: it begins with the form.
if (isNarrow()) localStorage.setItem('cms.right-pane', 'none');
CMS.init({ config });
showLanguageChoice();
showPublication();
addSaveShortcut();
nameControls();
preparePictureChoice();
prepareRichTexts();
waitForYears();

const tell = () => void tellBroken(config.collections);
addEventListener('hashchange', tell);
addEventListener('focus', tell);
tell();
