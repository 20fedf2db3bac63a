/** `npm run bench -- build`: builds generated content of a size, and again after changes. */
import { runCommand } from '@scripts/command';
import { benchBuildOptions, readBenchBuildOptions } from './build/options';

const help = `npm run bench -- build (--opportunities N[,N…] | --sample) [--changes | --live] [--hugo] [--fresh-pictures]

  Generates content of a size, builds it with npm run build, and prints what that took.

  --opportunities N  how many, in three languages, with the organizations and pages that go with them. Of several sizes
                     (1000,3000,10000) it also prints how time, memory and files grow from one to the next
  --sample           the content in content/ instead
  --changes          then build after each of some changes: nothing, a text, a title, a name, a string, a setting
  --live             instead, press Save ten times in the local editor in Chromium, while publish:local --listen runs.
                     Prints the seconds until its form shows that the change is live
  --hugo             also build the opportunities' texts with Hugo and Pagefind, as a yardstick, where hugo is installed
  --fresh-pictures   empties the caches of pictures and of what is shared first
`;

await runCommand({ help, options: benchBuildOptions }, async ({ values }) => {
  const options = readBenchBuildOptions(values);
  // Loaded only now, so that help and a wrong option are answered at once.
  const { benchBuild } = await import('./build/bench-build');
  await benchBuild(options, process.env, console.log);
  return 0;
});
