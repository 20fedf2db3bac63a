/** `npm run check`: types, lint, format, unused code. */
import { runCommand } from '@scripts/command';
import { installChecks } from './run-check';
import { runPairs } from '@scripts/test/steps';
import { staticSteps } from '@scripts/test/suites';

const help = `npm run check

  Types, lint, format and unused code: all of them, also after one has failed.
`;

await runCommand({ help }, async () => {
  installChecks((line) => console.log(line));
  console.log('Types, lint, format and unused code take some minutes. Each is printed once it has ended.');
  const results = await runPairs(staticSteps, (line) => console.log(line));
  return results.every(({ passed }) => passed) ? 0 : 1;
});
