/** `npm run test:attack`: see `tests/attack/run.ts`. */
import { readCount, readParts } from '@/terminal/command-line';
import { runCommand } from './command';
import { ensurePoppler } from './install/poppler';

const help = `npm run test:attack [-- --only PART] [--opportunities N] [--commands N] [--publishes N] [--kills N] [--seed N]

  Attacks the service as its enemies would. Exit code 1 where anything got through.

  content    a site of hostile entries: every file of it is read by another parser than the one that wrote it, a browser
             uses a sample of its pages, and the same entries have to come from Contentful
  secrets    commands that succeed or fail, with a canary in every secret
  publishes  kills of the publish of an edit, which takes over files of the live site
  releases   kills of publish, clean-up and rollback

  --only PART    one of these four
  --opportunities N, --commands N, --publishes N, --kills N
                 the sizes of the four (200, 16, 3 and 60); larger ones find rarer faults
  --seed N       another seed (1)
`;

const options = {
  only: { type: 'string' },
  opportunities: { type: 'string', default: '200' },
  commands: { type: 'string', default: '16' },
  publishes: { type: 'string', default: '3' },
  kills: { type: 'string', default: '60' },
  seed: { type: 'string', default: '1' },
} as const;

/** The largest accepted number. */
const most = 1_000_000;

await runCommand({ help, options }, async ({ values: { only, ...numbers } }) => {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { parts, runAttacks } = await import('../tests/attack/run');
  // Reads the PDFs.
  ensurePoppler((line) => console.log(line));
  const read = (name: Exclude<keyof typeof numbers, 'help'>) => readCount(numbers[name], name, most);
  const wrong = await runAttacks(
    {
      parts: readParts(only, parts),
      opportunities: read('opportunities'),
      commands: read('commands'),
      publishes: read('publishes'),
      kills: read('kills'),
      seed: read('seed'),
    },
    (line) => console.log(line),
  );
  return wrong === 0 ? 0 : 1;
});
