/** `npm run check`: types, lint, format, unused code. */
import { runCommand } from './command';
import { checkSteps, runPairs } from './test/steps';

const help = `npm run check

  Types, lint, format and unused code: all of them, also after one has failed.
`;

await runCommand({ help }, async () => {
  console.log('Types, lint, format and unused code take some minutes. Each is printed once it has ended.');
  const results = await runPairs(checkSteps, (line) => console.log(line));
  return results.every(({ passed }) => passed) ? 0 : 1;
});
