/** `npm run test:attack`: see `tests/attack/run.ts`. */
import { readCount, readParts } from '@/terminal/command-line';
import { runCommand } from './command';
import { ensurePoppler } from './install/poppler';

const help = `npm run test:attack [-- --only PART] [--entries N] [--builds N] [--kills N] [--seed N]

  Attacks the service as its enemies would, and prints a table. Exit code 1 where anything got through.

  content    10,000 hostile entries, through files and through Contentful; every file of the sites is read by another
             parser than the one that wrote it, and a browser uses a sample of the pages
  secrets    40 commands that succeed or fail, with a canary in every secret
  publishes  50 kills of the publish of an edit, which takes over files of the live site
  releases   500 kills of publish, clean-up and rollback

  --only PART    one of these four
  --entries N, --builds N, --kills N   other sizes
  --seed N       another seed (1)
`;

const options = {
  only: { type: 'string' },
  entries: { type: 'string', default: '10000' },
  builds: { type: 'string', default: '40' },
  kills: { type: 'string', default: '500' },
  seed: { type: 'string', default: '1' },
} as const;

/** The largest accepted number. */
const most = 1_000_000;

await runCommand({ help, options }, async ({ values }) => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { parts, runAttacks } = await import('../tests/attack/run');
  // Reads the PDFs.
  ensurePoppler((line) => console.log(line));
  const wrong = await runAttacks(
    {
      parts: readParts(values.only, parts),
      entries: readCount(values.entries, 'entries', most),
      builds: readCount(values.builds, 'builds', most),
      kills: readCount(values.kills, 'kills', most),
      seed: readCount(values.seed, 'seed', most),
    },
    (line) => console.log(line),
  );
  return wrong === 0 ? 0 : 1;
});
