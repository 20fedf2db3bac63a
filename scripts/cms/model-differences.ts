/** Prints how the content model of a space differs from ours, field by field, without changing it. */
import type { Config } from '@/config/config';
import { openSpace } from './management';
import { isSetupDone, formatSetupPlan, planSetup } from './setup/setup-plan';

/** True if the content comes from Contentful and there is a token that may read its model. */
export function canReadModel({ content, contentful }: Config): boolean {
  return content.source === 'contentful' && contentful.tokens.management !== undefined;
}

/**
 * Prints what `setup` would change in the space. Resolves to false if its model differs from ours. Rejects with an
 * `OperatorError` if the space can't be read.
 */
export async function printModelDifferences(config: Config, print: (line: string) => void): Promise<boolean> {
  const { ask } = await openSpace(config);
  const plan = await planSetup(ask);
  if (isSetupDone(plan)) {
    print('\nThe model of the space is the present one.');
    return true;
  }
  print('\nThe model of the space is not the present one. npm run cms -- setup --yes would do this:');
  for (const line of formatSetupPlan(plan)) print(`  ${line}`);
  return false;
}
