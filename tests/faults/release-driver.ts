/** Publishes a made-up site with these words to a folder of releases, or without words goes back. Usage: DIR [WORDS]. */
import { rollBack } from '@scripts/publish-local/local-command';
import { describeFailure } from '@/publish/failure';
import { putRelease } from '@/publish/releases/put-release.fixture';
import { withReleaseLock } from '@/publish/releases/releases';

const [dir = '', words] = process.argv.slice(2);
try {
  if (words === undefined) await rollBack({ dir, to: undefined, print: () => undefined });
  else await withReleaseLock(dir, () => putRelease(dir, words, true));
} catch (error) {
  console.error(describeFailure(error));
  process.exitCode = 1;
}
