/** The form on the host page: that of a content type, with the app or without, and the entry in it. */
import { localeTable, type Locale } from '@/i18n/locales';
import type { ContentTypeName } from '@/model/types/entry';
import { buildContentTypeDefinition } from '@/sources/contentful/model/content-types';
import { buildEditorInterface } from '@/sources/contentful/model/editor-interfaces';
import type { WireFields } from '@/sources/contentful/wire';

/** A field with its control. */
export interface HostField {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly tab: string;
  readonly help: string;
  readonly isLocalized: boolean;
  readonly isRequired: boolean;
  /** Whether the app shows it, or Contentful itself; some are hidden. */
  readonly shownBy: 'app' | 'contentful' | 'nobody';
}

/** Contentful’s own data about the entry. */
export interface HostSys {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly publishedVersion?: number;
  readonly publishedAt?: string;
}

export interface HostForm {
  readonly type: ContentTypeName;
  readonly sys: HostSys;
  /** The parameters of the app’s installation. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly fields: readonly HostField[];
  readonly tabs: readonly { readonly id: string; readonly name: string }[];
  readonly locales: readonly { readonly code: string; readonly name: string }[];
  readonly values: WireFields;
  /** The language of Contentful's interface. */
  readonly uiLanguage: string;
}

/** The id of the app in the host page's editor interfaces. */
const definitionId = 'the-app';

/** The locales of a space whose default one has a region. */
const hostLocales = [
  { code: 'en-US', name: 'English' },
  { code: 'fr', name: localeTable.fr.name },
  { code: 'es', name: localeTable.es.name },
];

export interface HostFormOptions {
  readonly type: ContentTypeName;
  readonly values?: WireFields;
  readonly uiLanguage?: Locale;
  readonly sys?: HostSys;
  readonly parameters?: HostForm['parameters'];
  /** The locales of the space, the default one first. */
  readonly locales?: HostForm['locales'];
}

/** Builds the form that setup makes of a content type, with the app. */
export function buildHostForm({
  type,
  values = {},
  uiLanguage = 'en',
  sys = { id: 'the-entry', version: 1, updatedAt: '2026-11-25T12:00:00.000Z' },
  parameters = {},
  locales = hostLocales,
}: HostFormOptions): HostForm {
  const { fields } = buildContentTypeDefinition(type, locales[0]?.code ?? 'en-US');
  const { controls, editorLayout } = buildEditorInterface(type, { definitionId });
  const tabOf = new Map(
    editorLayout.flatMap(({ groupId, items }) => items.map(({ fieldId }) => [fieldId, groupId])),
  );
  const controlOf = new Map(controls.map((control) => [control.fieldId, control]));
  return {
    type,
    sys,
    parameters,
    fields: fields.map((field): HostField => {
      const control = controlOf.get(field.id);
      return {
        id: field.id,
        name: field.name,
        type: field.type,
        tab: tabOf.get(field.id) ?? '',
        help: control?.settings['helpText'] ?? '',
        isLocalized: field.localized,
        isRequired: field.required,
        shownBy: !control ? 'nobody' : control.widgetNamespace === 'app' ? 'app' : 'contentful',
      };
    }),
    tabs: editorLayout.map(({ groupId, name }) => ({ id: groupId, name })),
    locales,
    values,
    uiLanguage,
  };
}
