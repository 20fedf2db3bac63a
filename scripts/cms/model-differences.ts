/** Where a space's model isn't ours any more, field by field: what `setup` would do, told without doing it. */
import type { Config } from '@/config/config';
import { requireManagement } from '@/config/space';
import { assertEnvironment, openManagement } from './management';
import { isSetupDone, formatSetupPlan, planSetup } from './setup/setup-plan';

/** True where the content comes from Contentful, and somebody is here who may look at its model. */
export function canReadModel({ content, contentful }: Config): boolean {
  return content.source === 'contentful' && contentful.managementToken !== undefined;
}

/**
 * Says how the model of the space differs from ours. Resolves to false where it does. Rejects with an `OperatorError`
 * where the space can't be read.
 */
export async function printModelDifferences(config: Config, print: (line: string) => void): Promise<boolean> {
  const target = requireManagement(config);
  const ask = openManagement(target);
  await assertEnvironment(ask, target);
  const plan = await planSetup(ask);
  if (isSetupDone(plan)) {
    print('\nThe model of the space is the present one.');
    return true;
  }
  print('\nThe model of the space is not the present one. npm run cms -- setup --yes would do this:');
  for (const line of formatSetupPlan(plan)) print(`  ${line}`);
  return false;
}
