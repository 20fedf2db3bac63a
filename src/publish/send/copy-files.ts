/** Copies the files of a release by rsync: those that the live one there doesn’t have. */
import { startProgram } from './run-program';
import { explainSendFailure } from './send-error';
import type { SendTarget } from './send-target';
import { sshOptions } from './ssh';

/** The files and bytes that were sent. */
export interface SentFiles {
  readonly files: number;
  /** Over the connection, compressed. */
  readonly bytes: number;
}

const options = [
  '--archive',
  // The user there owns what it receives, and web servers can read it.
  '--no-owner',
  '--no-group',
  '--chmod=D755,F644',
  '--delete',
  // Many files of a new release are newer and yet the same. Those that are linked keep their time, and so their ETag.
  '--checksum',
  '--no-times',
  '--timeout=300',
  '--stats',
  '--no-human-readable',
];

function readFigure(lines: readonly string[], name: string): number {
  const line = lines.find((one) => one.startsWith(`${name}: `)) ?? '';
  return Number(/: ([\d,]+)/.exec(line)?.[1]?.replaceAll(',', '') ?? 0);
}

export interface CopyFilesOptions {
  /** A file, or a folder with a slash after it. */
  readonly from: string;
  /** Below the target: `releases/3-0a1b2c3d4e5f.partial/`. */
  readonly to: string;
  /** A folder beside `to` whose files are linked where they are the same. */
  readonly base?: string | undefined;
}

/** Copies files to the target. Rejects with a `SendError`. */
export async function copyFiles(
  target: SendTarget,
  { from, to, base }: CopyFilesOptions,
): Promise<SentFiles> {
  const { host, folder } = target;
  // Held by the receiving rsync, which outlives a sender that is killed.
  const lock = ['-w', '10', `${folder}/releases/.receiving`, 'rsync'];
  const args = [...options, ...(base === undefined ? [] : [`--link-dest=../${base}`]), '--', from];
  const program =
    host === undefined
      ? startProgram('flock', [...lock, ...args, `${folder}/${to}`])
      : startProgram('rsync', [
          `--rsh=${['ssh', ...sshOptions].join(' ')}`,
          `--rsync-path=${['flock', ...lock].join(' ')}`,
          '--compress',
          ...args,
          `${host}:${folder}/${to}`,
        ]);
  program.close();
  const { code, lines, printed } = await program.ended;
  if (code !== 0) throw explainSendFailure(target, printed);
  return {
    files: readFigure(lines, 'Number of regular files transferred'),
    bytes: readFigure(lines, 'Total bytes sent'),
  };
}
