/** Plans what has to be done so that a space has our model. */
import { locales, localeTable, toLocale } from '@/i18n/locales';
import { contentTypeNames } from '@/model/types/entry';
import type { ModelDifference } from './compare-content-types';
import { readAllItems, type RequestRunner } from '../management';
import { findMissingRoom, formatTypePlan, isTypeDone, planType, type TypePlan } from './type-plan';
import { planWebhook, formatWebhookPlan, type WebhookConfig } from './webhook';

export type SetupPlan = Awaited<ReturnType<typeof planSetup>>;

/** Reads the space and compares it with the model. Rejects with a `ManagementError`. */
export async function planSetup(
  ask: RequestRunner,
  webhook?: { readonly config: WebhookConfig; readonly environment: string },
) {
  const inSpace = await ask('reading the locales', (client) => client.locale.getMany({}));
  const defaultCode = inSpace.items.find((locale) => locale.default)?.code ?? 'en-US';
  const spaceLocales = new Set(inSpace.items.map(({ code }) => toLocale(code)));
  const stored = await ask('reading the content types', (client) =>
    readAllItems((query) => client.contentType.getMany({ query })),
  );
  const types: TypePlan[] = [];
  for (const type of contentTypeNames) {
    const theirs = stored.find(({ sys }) => sys.id === type);
    types.push(await planType(ask, type, theirs, defaultCode));
  }
  return {
    /** Languages that the space has no locale for. */
    languages: locales.filter((locale) => !spaceLocales.has(locale)),
    defaultCode,
    types,
    /** Content types that aren't ours. They stay. */
    foreign: stored.map(({ sys }) => sys.id).filter((id) => !contentTypeNames.some((type) => type === id)),
    /** Undefined if no webhook is configured. */
    webhook: webhook && (await planWebhook(ask, webhook.config, webhook.environment)),
  };
}

/** True if the space has the present model. */
export function isSetupDone({ languages, types, webhook }: SetupPlan): boolean {
  return (webhook?.isDone ?? true) && languages.length === 0 && types.every(isTypeDone);
}

/** Lists the differences of one weight, each with its type. */
export function listDifferences({ types }: SetupPlan, weight: ModelDifference['weight']): string[] {
  return types.flatMap(({ type, differences }) =>
    differences.filter((one) => one.weight === weight).map(({ words }) => `${type} ${words}`),
  );
}

/** Lists the types that can’t have all fields of ours beside the space’s own. */
export function listMissingRoom({ types }: SetupPlan): string[] {
  return types.flatMap((plan) => findMissingRoom(plan) ?? []);
}

/** Formats the plan as lines, by the signs of `formatTypePlan`. */
export function formatSetupPlan(plan: SetupPlan): string[] {
  return [
    ...plan.languages.map((locale) => `+ the locale ${locale} (${localeTable[locale].name})`),
    ...plan.types.flatMap(formatTypePlan),
    ...(plan.webhook ? formatWebhookPlan(plan.webhook) : []),
  ];
}
