/**
 * Sends the live release of a releases folder to another machine, where it then is live. Files that the live release
 * there has are linked instead of sent; a release that is there already is only switched to.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { liveRelease, releaseDir, releaseNote, releaseNumbers } from '../releases/releases';
import { manifestFile, sha256 } from '../targets/manifest';
import { copyFiles, type SentFiles } from './copy-files';
import { startProgram } from './run-program';
import { explainDamage, explainRefusal, SendError } from './send-error';
import type { SendTarget } from './send-target';
import { quoteForShell, sshOptions } from './ssh';

export interface SendReleaseOptions {
  /** The folder of releases. The caller holds its lock, so that no release is removed meanwhile. */
  readonly dir: string;
  readonly target: SendTarget;
  readonly print: (line: string) => void;
}

const receiveScript = readFileSync(new URL('receive.sh', import.meta.url), 'utf8');

/** A release, as it is called where it is sent to. */
interface NamedRelease {
  /** With a part of the hash, since a releases folder that was lost begins with 1 again: `3-0a1b2c3d4e5f`. */
  readonly name: string;
  /** SHA-256 of its manifest. */
  readonly hash: string;
}

/** Names a release; undefined if its manifest is missing. */
function nameRelease(dir: string, number: number): NamedRelease | undefined {
  const file = manifestFile(releaseNote(dir, number));
  if (!existsSync(file)) return undefined;
  const hash = sha256(readFileSync(file));
  return { name: `${number}-${hash.slice(0, 12)}`, hash };
}

/** Starts the script on the target. */
function startReceiver({ host, folder }: SendTarget, args: readonly string[]) {
  const words = ['-c', receiveScript, 'receive', folder, ...args];
  return host === undefined
    ? startProgram('sh', words)
    : startProgram('ssh', [...sshOptions, host, ['sh', ...words.map(quoteForShell)].join(' ')]);
}

function assertElsewhere(dir: string, { host, folder, name }: SendTarget): void {
  if (host !== undefined || !existsSync(folder) || realpathSync(folder) !== realpathSync(dir)) return;
  throw new SendError(`${name} is the folder of the releases itself.`, 'Give another one after --send-to.');
}

const formatSent = ({ files, bytes }: SentFiles) =>
  `${files} ${files === 1 ? 'file' : 'files'}, ${Math.ceil(bytes / 1000)} kB`;

/** Sends the live release. Rejects with a `SendError`; what is served there is then as it was. */
export async function sendRelease({ dir, target, print }: SendReleaseOptions): Promise<void> {
  assertElsewhere(dir, target);
  const number = liveRelease(dir);
  const release = number === undefined ? undefined : nameRelease(dir, number);
  if (number === undefined || release === undefined) {
    throw new SendError(
      `${dir} has no live release with a manifest. Nothing was sent to ${target.name}.`,
      'Publish once more.',
    );
  }
  print(`Sending release ${number} to ${target.name}`);
  const outcome =
    (await sendOnce({ dir, target, number, release, how: 'linked' })) ??
    // A file was damaged on the way, or changed meanwhile: nothing is taken for granted then.
    (await sendOnce({ dir, target, number, release, how: 'whole' }));
  if (!outcome) throw explainDamage(target);
  print(`Release ${number} ${outcome}`);
}

interface Attempt extends Pick<SendReleaseOptions, 'dir' | 'target'> {
  readonly number: number;
  readonly release: NamedRelease;
  /** With links to files of the live release there, or without. */
  readonly how: 'linked' | 'whole';
}

/**
 * Sends a release. Resolves to the end of a sentence that begins with it; undefined if what arrived isn’t what was sent.
 * Rejects with a `SendError`.
 */
async function sendOnce({ dir, target, number, release, how }: Attempt): Promise<string | undefined> {
  const { name, hash } = release;
  const kept = releaseNumbers(dir).flatMap((one) => nameRelease(dir, one)?.name ?? []);
  const receiver = startReceiver(target, [name, hash, how, ...kept]);
  try {
    const [word, base] = ((await receiver.nextLine()) ?? '').split(' ');
    const from = { release: `${releaseDir(dir, number)}/`, manifest: manifestFile(releaseNote(dir, number)) };
    let sent: SentFiles | undefined;
    if (word === 'needs') {
      const to = `releases/${name}.partial`;
      sent = await copyFiles(target, {
        from: from.release,
        to: `${to}/`,
        base: base === '' ? undefined : base,
      });
      await copyFiles(target, { from: from.manifest, to: `${to}.sha256` });
      receiver.write('switch');
    }
    receiver.close();
    const { code, lines, printed } = await receiver.ended;
    const last = lines.at(-1) ?? '';
    if (last === 'damaged') return undefined;
    if (last === 'is-live') return `was live at ${target.name} already. Nothing was sent.`;
    if (last !== 'live' || code !== 0) throw explainRefusal(target, last, printed);
    return sent
      ? `is live at ${target.name}: sent ${formatSent(sent)}.`
      : `is live at ${target.name}, which had it already. Nothing was sent.`;
  } finally {
    receiver.close();
    // Its lock is free when it has ended.
    await receiver.ended.catch(() => undefined);
  }
}
