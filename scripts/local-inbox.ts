/** `npm run local:inbox`: see `src/local/inbox/command.ts`. */
import { once } from 'node:events';
import { runInbox } from '@/local/inbox/command';

// Listened for before anything is printed, so that no signal is missed.
const stop = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);

const outcome = await runInbox(process.argv.slice(2), (line) => {
  console.log(line);
});

if ('exitCode' in outcome) {
  process.exitCode = outcome.exitCode;
} else {
  await stop;
  await outcome.inbox.close();
}
