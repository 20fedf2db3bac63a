/** `npm run local:contentful`: see `scripts/local/contentful/command.ts`. */
import { commandConfig } from '@/config/config';
import { runStandIn } from './local/contentful/command';
import { untilInterrupted } from '@/terminal/interrupt';

// The listener must exist before anything is printed, so that no signal is missed.
const interrupted = untilInterrupted();

const outcome = await runStandIn(process.argv.slice(2), commandConfig('standIn').content.dir, (line) => {
  console.log(line);
});

if ('exitCode' in outcome) {
  process.exitCode = outcome.exitCode;
} else {
  await interrupted;
  await outcome.standIn.close();
}
