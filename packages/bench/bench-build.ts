/** `npm run bench -- build`: builds generated content of a size, and again after changes. */
import { readCount, UsageError } from '@/terminal/command-line';
import { runCommand } from '@scripts/command';

const help = `npm run bench -- build (--opportunities N | --sample) [--changes] [--fresh-pictures]

  Generates content of a size, builds it with npm run build, and prints what that took.

  --opportunities N  how many, in three languages, with the organizations and pages that go with them
  --sample           the content in content/ instead
  --changes          then build after each of some changes: nothing, a text, a title, a name, a string, a setting
  --fresh-pictures   empties the caches of pictures and of what is shared first
`;

const options = {
  opportunities: { type: 'string' },
  sample: { type: 'boolean', default: false },
  changes: { type: 'boolean', default: false },
  'fresh-pictures': { type: 'boolean', default: false },
} as const;

await runCommand({ help, options }, async ({ values }) => {
  const { opportunities, sample, changes, 'fresh-pictures': freshPictures } = values;
  if ((opportunities === undefined) !== sample)
    throw new UsageError('Give either --opportunities with how many, or --sample.');
  const size = opportunities === undefined ? undefined : readCount(opportunities, 'opportunities', 50_000);
  // Loaded only now, so that help and a wrong option are answered at once.
  const { benchBuild } = await import('./build/bench-build');
  await benchBuild({ size, changes, freshPictures }, process.env, console.log);
  return 0;
});
