/** `npm run test:full -- attack`: see `tests/attack/run.ts`. */
import { readCount } from '@/terminal/command-line';
import { runCommand } from './command';
import { ensurePoppler } from './install/test-tools';

const help = `npm run test:full -- attack [--opportunities N] [--seed N]

  Attacks the site by its content, as its enemies would: builds a site of hostile entries, reads every file of it by another
  parser than the one that wrote it, and has a browser use a sample of its pages. Exit code 1 where anything got through.
  (Secrets are a part of npm test, and kills of a publish of npm run test:full -- faults.)

  --opportunities N  a larger site (200), which finds rarer faults
  --seed N           another seed (1)
`;

const options = {
  opportunities: { type: 'string', default: '200' },
  seed: { type: 'string', default: '1' },
} as const;

/** The largest accepted number. */
const most = 1_000_000;

await runCommand({ help, options }, async ({ values }) => {
  const [opportunities, seed] = [
    readCount(values.opportunities, 'opportunities', most),
    readCount(values.seed, 'seed', most),
  ];
  // Loaded only now, so that help and a wrong option are answered at once.
  const { runAttack } = await import('../tests/attack/run');
  // Reads the PDFs.
  ensurePoppler((line) => console.log(line));
  return (await runAttack({ opportunities, seed }, (line) => console.log(line))) === 0 ? 0 : 1;
});
