/** Plans what has to be done so that a space has our model. */
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
import { compareContentTypes, mergeContentTypes, type ModelDifference } from './compare-content-types';
import { readAllItems, type RequestRunner } from '../management';
import { planWebhook, formatWebhookPlan, type WebhookPlan } from './webhook';

/** The plan for one content type. */
export interface TypePlan {
  readonly type: ContentTypeName;
  readonly differences: readonly ModelDifference[];
  /** The space's own one; undefined if the space lacks it. */
  readonly stored: ContentTypeProps | undefined;
  /** True if the space has it, but never published it. */
  readonly isUnpublished: boolean;
  readonly hasOtherEditor: boolean;
  readonly definition: ContentTypeDefinition;
}

export interface SetupPlan {
  /** Languages that the space has no locale for. */
  readonly languages: readonly Locale[];
  readonly defaultCode: string;
  readonly types: readonly TypePlan[];
  /** Content types that aren't ours. They stay. */
  readonly foreign: readonly string[];
  /** Undefined if no webhook is configured. */
  readonly webhook: WebhookPlan | undefined;
}

function pickDefinition({
  name,
  description,
  displayField,
  fields,
}: ContentTypeProps): ContentTypeDefinition {
  return { name, description, displayField, fields } as unknown as ContentTypeDefinition;
}

async function hasOtherEditor(ask: RequestRunner, type: ContentTypeName): Promise<boolean> {
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

async function planType(
  ask: RequestRunner,
  type: ContentTypeName,
  stored: ContentTypeProps | undefined,
  code: string,
): Promise<TypePlan> {
  const ours = buildContentTypeDefinition(type, code);
  const theirs = stored && pickDefinition(stored);
  const isUnpublished = stored !== undefined && stored.sys.publishedVersion === undefined;
  return {
    type,
    differences: compareContentTypes(ours, theirs),
    stored,
    isUnpublished,
    hasOtherEditor: stored === undefined || isUnpublished || (await hasOtherEditor(ask, type)),
    definition: mergeContentTypes(ours, theirs),
  };
}

/** Reads the space and compares it with the model. Rejects with a `ManagementError`. */
export async function planSetup(
  ask: RequestRunner,
  webhook?: { readonly config: WebhookConfig; readonly environment: string },
): Promise<SetupPlan> {
  const inSpace = await ask('reading the locales', (client) => client.locale.getMany({}));
  const defaultCode = inSpace.items.find((locale) => locale.default)?.code ?? 'en-US';
  const spaceLocales = new Set(inSpace.items.map(({ code }) => toLocale(code)));
  const stored = await ask('reading the content types', (client) =>
    readAllItems((query) => client.contentType.getMany({ query })),
  );
  const types: TypePlan[] = [];
  for (const type of contentTypeNames) {
    types.push(
      await planType(
        ask,
        type,
        stored.find(({ sys }) => sys.id === type),
        defaultCode,
      ),
    );
  }
  return {
    languages: locales.filter((locale) => !spaceLocales.has(locale)),
    defaultCode,
    types,
    foreign: stored.map(({ sys }) => sys.id).filter((id) => !contentTypeNames.some((type) => type === id)),
    webhook: webhook && (await planWebhook(ask, webhook.config, webhook.environment)),
  };
}

/** True if the space has the present model. */
export function isSetupDone({ languages, types, webhook }: SetupPlan): boolean {
  return (
    (webhook?.isDone ?? true) &&
    languages.length === 0 &&
    types.every((type) => type.differences.length === 0 && !type.isUnpublished && !type.hasOtherEditor)
  );
}

/** Lists the differences of one weight, each with its type. */
export function listDifferences({ types }: SetupPlan, weight: ModelDifference['weight']): string[] {
  return types.flatMap(({ type, differences }) =>
    differences.filter((one) => one.weight === weight).map(({ words }) => `${type} ${words}`),
  );
}

const signs = { adds: '+', narrows: '!', impossible: '✗' } as const;

/** Formats the plan as lines. `+` adds something, `!` may make content invalid, `✗` can't be done. */
export function formatSetupPlan(plan: SetupPlan): string[] {
  return [
    ...plan.languages.map((locale) => `+ the locale ${locale} (${localeTable[locale].name})`),
    ...plan.types.flatMap(({ type, differences, isUnpublished, hasOtherEditor: other }) => [
      ...differences.map(({ weight, words }) => `${signs[weight]} ${type} ${words}`),
      ...(isUnpublished && differences.length === 0 ? [`+ ${type} is published`] : []),
      ...(other ? [`+ ${type} gets its editor: tabs, controls and help texts`] : []),
    ]),
    ...(plan.webhook ? formatWebhookPlan(plan.webhook) : []),
  ];
}
