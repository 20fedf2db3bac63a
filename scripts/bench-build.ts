/** `npm run bench -- build`: see `scripts/bench/build/command.ts`. */
import { runBenchBuild } from './bench/build/command';

process.exitCode = await runBenchBuild(process.argv.slice(2), process.env, (line) => {
  console.log(line);
});
