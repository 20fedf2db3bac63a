/** `npm run local:contentful`: see `scripts/local/contentful/command.ts`. */
import { commandConfig } from '@/config/config';
import { runStandIn } from './local/contentful/command';
import { untilInterrupted } from '@/terminal/interrupt';

// Listened for before anything is printed, so that no signal is missed.
const told = untilInterrupted();

const outcome = await runStandIn(process.argv.slice(2), commandConfig('standIn').content.dir, (line) => {
  console.log(line);
});

if ('exitCode' in outcome) {
  process.exitCode = outcome.exitCode;
} else {
  await told;
  await outcome.standIn.close();
}
