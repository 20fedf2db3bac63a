/** `npm run local:inbox`: see `src/local/inbox/command.ts`. */
import { runInbox } from '@/local/inbox/command';

const outcome = await runInbox(process.argv.slice(2), (line) => {
  console.log(line);
});

if ('exitCode' in outcome) {
  process.exitCode = outcome.exitCode;
} else {
  const stop = () => void outcome.inbox.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
