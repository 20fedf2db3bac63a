/** `npm run cms -- setup`: brings the content model into a space, and up to date there. */
import { localeTable, type Locale } from '@/i18n/locales';
import { ManagementError, type RequestRunner, openSpace } from '../management';
import type { CommandContext } from '../command-context';
import { writeWebhook } from './webhook';
import {
  isSetupDone,
  formatSetupPlan,
  planSetup,
  listDifferences,
  listMissingRoom,
  type SetupPlan,
} from './setup-plan';
import { isTypeDone, maximumFields } from './type-plan';
import { writeType } from './write-type';

export interface SetupOptions {
  /** Carries out the plan. Otherwise the plan is only printed. */
  readonly yes?: boolean | undefined;
  /** Also makes changes with which existing content may become invalid. */
  readonly force?: boolean | undefined;
}

type Print = CommandContext['print'];

/** Adds a locale. If the plan of the space allows no more, it prints what that means and goes on. */
async function addLocale(
  ask: RequestRunner,
  locale: Locale,
  fallbackCode: string,
  print: Print,
): Promise<void> {
  const { name } = localeTable[locale];
  try {
    await ask(`adding the locale ${locale}`, (client) =>
      client.locale.create(
        {},
        {
          code: locale,
          name,
          fallbackCode,
          optional: true,
          contentDeliveryApi: true,
          contentManagementApi: true,
        },
      ),
    );
    print(`Added the locale ${locale}.`);
  } catch (error) {
    if (!(error instanceof ManagementError)) throw error;
    print(
      `The locale ${locale} was not added: ${error.message} The plan of the space may allow no more. Add it in Contentful (Settings → Locales), or do without: the site is built in the languages that the space has.`,
    );
  }
}

async function applySetup(
  ask: RequestRunner,
  plan: SetupPlan,
  environment: string,
  print: Print,
): Promise<void> {
  for (const locale of plan.languages) await addLocale(ask, locale, plan.defaultCode, print);
  for (const type of plan.types) {
    if (!isTypeDone(type)) await writeType(ask, type, print);
  }
  // The webhook comes last, so that publishing the model doesn't trigger it.
  if (plan.webhook && !plan.webhook.isDone) await writeWebhook(ask, plan.webhook, environment, print);
}

/** Throws a `ManagementError` if the plan has changes that are impossible, or that need `force`. */
function assertAllowed(plan: SetupPlan, force: boolean): void {
  const impossible = listDifferences(plan, 'impossible');
  if (impossible.length > 0) {
    throw new ManagementError(
      `The space has other fields by the names of ours: ${impossible.join('; ')}.`,
      'Contentful can’t change what kind a field is. Give these fields other ids there (Content model), which keeps their values, and run this again: it brings in ours, and what the site is to show can be copied into them. Or use an empty environment.',
    );
  }
  const tooLarge = listMissingRoom(plan);
  if (tooLarge.length > 0) {
    throw new ManagementError(
      `A content type has room for ${maximumFields} fields: ${tooLarge.join('; ')}.`,
      'Delete fields of your own there, or move them to a content type of your own. Nothing was changed.',
    );
  }
  const narrowing = listDifferences(plan, 'narrows');
  if (narrowing.length > 0 && !force) {
    throw new ManagementError(
      `With this, entries that are there may have to be changed before they can be published again: ${narrowing.join('; ')}.`,
      'Add --force if that’s intended. Nothing was changed.',
    );
  }
}

/**
 * Prints what a space lacks of the model, and adds it if `yes` is given. A second run changes nothing. Resolves to a
 * process exit code: 1 if something is left to do, else 0. Rejects with an `OperatorError`.
 */
export async function setUpSpace(options: SetupOptions, { config, print }: CommandContext): Promise<number> {
  const { target, ask } = await openSpace(config);
  const { space, environment } = target;
  const { url, token } = config.webhook;
  const webhook = url !== undefined && token ? { config: { url, token }, environment } : undefined;
  const plan = await planSetup(ask, webhook);
  print(`Space ${space}, environment ${environment}:`);
  for (const line of formatSetupPlan(plan)) print(`  ${line}`);
  if (plan.foreign.length > 0) print(`  Other content types stay as they are: ${plan.foreign.join(', ')}.`);
  if (isSetupDone(plan)) {
    print('  It has the present model. There’s nothing to do.');
    return 0;
  }
  assertAllowed(plan, options.force ?? false);
  if (options.yes !== true) {
    print('Nothing was changed. Run it again with --yes to do this.');
    return 1;
  }
  await applySetup(ask, plan, environment, print);
  const rest = await planSetup(ask, webhook);
  if (!webhook) {
    print(
      'To build when something is published, set WEBHOOK_URL and WEBHOOK_TOKEN and run it again, or add a webhook in Contentful: docs/operators.md (“Publishing when something changes”).',
    );
  }
  print(isSetupDone(rest) ? 'Done.' : `Left to be done:\n${formatSetupPlan(rest).join('\n')}`);
  return isSetupDone(rest) ? 0 : 1;
}
