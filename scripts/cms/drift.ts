/** Where a space's model isn't ours any more, field by field: what `setup` would do, told without doing it. */
import type { Environment } from '@/site/prepare/prepare';
import { assertEnvironment, managementConfig, openManagement } from './management';
import { isDone, planLines, planSetup } from './setup/setup-plan';

/** True where the content comes from Contentful, and somebody is here who may look at its model. */
export function canSeeModel(env: Environment): boolean {
  const isContentful =
    (env['CONTENT_SOURCE'] || (env['CONTENTFUL_SPACE_ID'] ? 'contentful' : 'files')) === 'contentful';
  return isContentful && Boolean(env['CONTENTFUL_MANAGEMENT_TOKEN']?.trim());
}

/**
 * Says how the model of the space differs from ours. Resolves to false where it does. Rejects with an `OperatorError`
 * where the space can't be read.
 */
export async function reportDrift(env: Environment, print: (line: string) => void): Promise<boolean> {
  const config = managementConfig(env);
  const ask = openManagement(config);
  await assertEnvironment(ask, config);
  const plan = await planSetup(ask);
  if (isDone(plan)) {
    print('\nThe model of the space is the present one.');
    return true;
  }
  print('\nThe model of the space is not the present one. npm run cms -- setup --yes would do this:');
  for (const line of planLines(plan)) print(`  ${line}`);
  return false;
}
