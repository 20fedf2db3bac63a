/** A releases folder, another machine that ssh seems to reach, and the command that sends. */
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { linkSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setLiveRelease } from '@/publish/releases/releases';
import { formatManifest, hashFiles, sha256 } from '@/publish/targets/manifest';

export const hasRsync =
  spawnSync('rsync', ['--version']).status === 0 && spawnSync('flock', ['--version']).status === 0;

/** Contents by path. */
export type MadeSite = Readonly<Record<string, string>>;

export interface MadeReleases {
  /** The releases folder. */
  readonly dir: string;
  /** The folder on the other machine. */
  readonly there: string;
  /** The value of `--send-to`. */
  readonly target: string;
  /** Environment in which ssh reaches the other machine. */
  readonly env: NodeJS.ProcessEnv;
  /** The file that holds the files of a release while it exists. */
  readonly hold: string;
  /** Makes a release live. Files that are the same as in release `like` are links to those. */
  readonly publish: (number: number, site: MadeSite, like?: number) => Promise<void>;
  /** The name of a release on the other machine. */
  readonly nameOf: (number: number) => string;
  /** The name of the release that is live there. */
  readonly liveThere: () => string;
  readonly served: (file: string) => string;
  readonly inode: (release: string, file: string) => number;
  /** Commands that ssh ran. */
  readonly commands: () => string[];
  readonly remove: () => void;
}

export function makeReleases(): MadeReleases {
  const root = mkdtempSync(path.join(tmpdir(), 'send-'));
  const dir = `${root}/here`;
  const home = `${root}/home`;
  const there = `${home}/site`;
  const log = `${root}/log`;
  const hold = `${root}/hold`;
  for (const folder of [`${dir}/releases`, home, `${root}/bin`]) mkdirSync(folder, { recursive: true });
  copyFileSync('tests/send/fake-ssh.sh', `${root}/bin/ssh`);
  chmodSync(`${root}/bin/ssh`, 0o755);
  writeFileSync(log, '');
  const manifestOf = (number: number) => `${dir}/releases/${number}.sha256`;
  return {
    dir,
    there,
    hold,
    target: 'web@example.org:~/site',
    env: {
      ...process.env,
      PATH: `${root}/bin:${process.env['PATH']}`,
      FAKE_HOME: home,
      FAKE_LOG: log,
      FAKE_HOLD: hold,
    },
    publish: async (number, site, like) => {
      const release = `${dir}/releases/${number}`;
      for (const [name, content] of Object.entries(site)) {
        const file = `${release}/${name}`;
        mkdirSync(path.dirname(file), { recursive: true });
        const former = `${dir}/releases/${like}/${name}`;
        if (
          like !== undefined &&
          statSync(former, { throwIfNoEntry: false }) &&
          readFileSync(former, 'utf8') === content
        )
          linkSync(former, file);
        else {
          writeFileSync(file, content);
          // All within the same second.
          utimesSync(file, 1_700_000_000, 1_700_000_000 + number / 1000);
        }
      }
      writeFileSync(manifestOf(number), formatManifest(await hashFiles(release)));
      setLiveRelease(dir, number);
    },
    nameOf: (number) => `${number}-${sha256(readFileSync(manifestOf(number))).slice(0, 12)}`,
    liveThere: () => path.basename(readlinkSync(`${there}/current`)),
    served: (file) => readFileSync(`${there}/current/${file}`, 'utf8'),
    inode: (release, file) => statSync(`${there}/releases/${release}/${file}`).ino,
    commands: () => readFileSync(log, 'utf8').split('\n').filter(Boolean),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
