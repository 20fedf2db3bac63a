/** `npm run local:contentful`: see `src/local/contentful/command.ts`. */
import { runStandIn } from '@/local/contentful/command';

const outcome = await runStandIn(process.argv.slice(2), process.env, (line) => {
  console.log(line);
});

if ('exitCode' in outcome) {
  process.exitCode = outcome.exitCode;
} else {
  const stop = () => void outcome.standIn.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
