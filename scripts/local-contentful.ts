/** `npm run local:contentful`: see `scripts/local/contentful/command.ts`. */
import { readCommandConfig } from '@/config/config';
import { runStandInCommand } from './local/contentful/command';
import { waitForInterrupt } from '@/terminal/interrupt';

// Listened for before anything is printed, so that no signal is missed.
const told = waitForInterrupt();

const outcome = await runStandInCommand(
  process.argv.slice(2),
  readCommandConfig('standIn').content.dir,
  (line) => {
    console.log(line);
  },
);

if ('exitCode' in outcome) {
  process.exitCode = outcome.exitCode;
} else {
  await told;
  await outcome.standIn.close();
}
