/** `npm run check`: types, lint, format, unused code. */
import { checkSteps, runSteps } from './steps';

const results = await runSteps(checkSteps, (line) => console.log(line));
if (results.some(({ passed }) => !passed)) process.exitCode = 1;
