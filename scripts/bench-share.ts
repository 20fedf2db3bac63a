/** `npm run bench -- share`: measures the time that pictures, sheets, feeds, cards and open data add to a build. */
import { readCount } from '@/terminal/command-line';
import { runCommand } from './command';

const help = `npm run bench -- share [--opportunities N]

  Draws every picture, code and sheet of the sample, with nothing cached and again; then makes the feeds, cards and data
  of a tenth, a half and all of N generated opportunities in three languages, and says how many pictures they would need.

  --opportunities N  the most (default 10000, which takes two minutes and 3 GB)
`;

const options = { opportunities: { type: 'string', default: '10000' } } as const;

await runCommand({ help, options }, async ({ values }) => {
  const opportunities = readCount(values.opportunities, 'opportunities', 20_000);
  // Loaded only now, so that help and a wrong option are answered at once.
  const { benchShare } = await import('./bench/share/bench-share');
  await benchShare({ opportunities }, (line) => {
    console.log(line);
  });
  return 0;
});
