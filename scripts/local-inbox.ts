/** `npm run local:inbox`: see `scripts/local/inbox/command.ts`. */
import { runInbox } from './local/inbox/command';
import { untilInterrupted } from '@/terminal/interrupt';

// Listened for before anything is printed, so that no signal is missed.
const told = untilInterrupted();

const outcome = await runInbox(process.argv.slice(2), (line) => {
  console.log(line);
});

if ('exitCode' in outcome) {
  process.exitCode = outcome.exitCode;
} else {
  await told;
  await outcome.inbox.close();
}
