/** `npm run local:contentful`: see `tests/contentful/command.ts`. */
import { readCommandConfig } from '@/config/config';
import { runStandInCommand } from '../tests/contentful/command';
import { waitForInterrupt } from '@/terminal/interrupt';

// The listener must exist before anything is printed, so that no signal is missed.
const interrupted = waitForInterrupt();

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
  await interrupted;
  await outcome.standIn.close();
}
