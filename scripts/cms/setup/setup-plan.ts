/** What has to be done so that a space has our model: read first, told, and then done. */
import { isDeepStrictEqual } from 'node:util';
import type { ContentTypeProps } from 'contentful-management';
import type { WebhookConfig } from '@/config/webhook';
import { locales, localeTable, toLocale, type Locale } from '@/i18n/locales';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import {
  buildContentTypeDefinition,
  type ContentTypeDefinition,
} from '@/sources/contentful/model/content-types';
import { buildEditorInterface } from '@/sources/contentful/model/editor-interfaces';
import { differencesOf, merged, type Difference } from './compare-types';
import { everyItem, type Ask } from '../management';
import { planWebhook, webhookLines, type WebhookPlan } from './webhook';

/** What is to be done about one content type. */
export interface TypePlan {
  readonly type: ContentTypeName;
  readonly differences: readonly Difference[];
  /** As the space has it; undefined where it is new. */
  readonly stored: ContentTypeProps | undefined;
  /** It is as it should be, but not published. */
  readonly isUnpublished: boolean;
  readonly hasOtherEditor: boolean;
  readonly definition: ContentTypeDefinition;
}

export interface SetupPlan {
  /** Languages that the space has no locale for. */
  readonly languages: readonly Locale[];
  readonly defaultCode: string;
  readonly types: readonly TypePlan[];
  /** Content types that aren't ours: they stay. */
  readonly foreign: readonly string[];
  /** Undefined where nobody is to be told of what is published. */
  readonly webhook: WebhookPlan | undefined;
}

function definitionOf({ name, description, displayField, fields }: ContentTypeProps): ContentTypeDefinition {
  return { name, description, displayField, fields } as unknown as ContentTypeDefinition;
}

async function hasOtherEditor(ask: Ask, type: ContentTypeName): Promise<boolean> {
  const theirs = await ask(`reading the editor of ${type}`, (client) =>
    client.editorInterface.get({ contentTypeId: type }),
  );
  const { controls, editorLayout, groupControls } = buildEditorInterface(type);
  const ours = new Set(controls.map(({ fieldId }) => fieldId));
  // Controls of fields that only the space has are its own.
  const known = (theirs.controls ?? []).filter(({ fieldId }) => ours.has(fieldId));
  return !isDeepStrictEqual(
    { controls: known, editorLayout: theirs.editorLayout, groupControls: theirs.groupControls },
    { controls, editorLayout, groupControls },
  );
}

async function typePlan(
  ask: Ask,
  type: ContentTypeName,
  stored: ContentTypeProps | undefined,
  code: string,
): Promise<TypePlan> {
  const ours = buildContentTypeDefinition(type, code);
  const theirs = stored && definitionOf(stored);
  const isUnpublished = stored !== undefined && stored.sys.publishedVersion === undefined;
  return {
    type,
    differences: differencesOf(ours, theirs),
    stored,
    isUnpublished,
    hasOtherEditor: stored === undefined || isUnpublished || (await hasOtherEditor(ask, type)),
    definition: merged(ours, theirs),
  };
}

/** Reads the space and compares it with the model. Rejects with a `ManagementError`. */
export async function planSetup(
  ask: Ask,
  webhook?: { readonly config: WebhookConfig; readonly environment: string },
): Promise<SetupPlan> {
  const inSpace = await ask('reading the locales', (client) => client.locale.getMany({}));
  const defaultCode = inSpace.items.find((locale) => locale.default)?.code ?? 'en-US';
  const spoken = new Set(inSpace.items.map(({ code }) => toLocale(code)));
  const stored = await ask('reading the content types', (client) =>
    everyItem((query) => client.contentType.getMany({ query })),
  );
  const types: TypePlan[] = [];
  for (const type of contentTypeNames) {
    types.push(
      await typePlan(
        ask,
        type,
        stored.find(({ sys }) => sys.id === type),
        defaultCode,
      ),
    );
  }
  return {
    languages: locales.filter((locale) => !spoken.has(locale)),
    defaultCode,
    types,
    foreign: stored.map(({ sys }) => sys.id).filter((id) => !contentTypeNames.some((type) => type === id)),
    webhook: webhook && (await planWebhook(ask, webhook.config, webhook.environment)),
  };
}

/** True where nothing is to be done. */
export function isDone({ languages, types, webhook }: SetupPlan): boolean {
  return (
    (webhook?.isDone ?? true) &&
    languages.length === 0 &&
    types.every((type) => type.differences.length === 0 && !type.isUnpublished && !type.hasOtherEditor)
  );
}

/** The differences of a weight, each with its type. */
export function weighing({ types }: SetupPlan, weight: Difference['weight']): string[] {
  return types.flatMap(({ type, differences }) =>
    differences.filter((one) => one.weight === weight).map(({ words }) => `${type} ${words}`),
  );
}

const signs = { adds: '+', narrows: '!', impossible: '✗' } as const;

/** The plan as lines: `+` adds, `!` may refuse what is there, `✗` can't be done. */
export function planLines(plan: SetupPlan): string[] {
  return [
    ...plan.languages.map((locale) => `+ the locale ${locale} (${localeTable[locale].name})`),
    ...plan.types.flatMap(({ type, differences, isUnpublished, hasOtherEditor: other }) => [
      ...differences.map(({ weight, words }) => `${signs[weight]} ${type} ${words}`),
      ...(isUnpublished && differences.length === 0 ? [`+ ${type} is published`] : []),
      ...(other ? [`+ ${type} gets its editor: tabs, controls and help texts`] : []),
    ]),
    ...(plan.webhook ? webhookLines(plan.webhook) : []),
  ];
}
