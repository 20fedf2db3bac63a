/** Why a release wasn’t sent, and how to fix it, from what ssh and rsync print. */
import { OperatorError } from '@/model/operator-error';
import type { SendTarget } from './send-target';

/** A release wasn’t sent. What is served there is as it was. */
export class SendError extends OperatorError {
  override readonly name = 'SendError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

const again = 'Then send it again: the same command with --release N.';

/** Messages of ssh, rsync and the system, each with its cause and how to fix it. */
const causes: readonly (readonly [RegExp, string, (host: string) => string])[] = [
  [
    /No space left on device|Disk quota exceeded/,
    'the disk there is full',
    () => `Free some space there. ${again}`,
  ],
  [
    /Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/,
    'ssh doesn’t know the host’s key, or it is another one than before',
    (host) =>
      `Compare the key with the one that the host’s provider shows, and accept it once by hand: ssh ${host}`,
  ],
  [
    /Permission denied \([\w,-]+\)|Too many authentication failures/,
    'the host gives no access',
    (host) =>
      `Add this user’s public key to ~/.ssh/authorized_keys there, and try: ssh -o BatchMode=yes ${host} true`,
  ],
  [
    /Could not resolve hostname/,
    'there is no host of that name',
    () => 'Check the name after --send-to, and the network.',
  ],
  [
    /timed out|Connection refused|No route to host|Network is unreachable|Timeout, server/i,
    'the host doesn’t answer',
    (host) => `Check that it runs and that its firewall allows SSH: ssh ${host}. ${again}`,
  ],
  [
    /Permission denied|Read-only file system|Operation not permitted/,
    'the folder there can’t be written to',
    () => 'Give the user that ssh logs in as that folder, with all below it.',
  ],
  [
    /Connection (?:reset|closed)|Broken pipe|closed by remote host|unexpectedly closed|connection lost/i,
    'the connection ended before everything was there',
    () => 'Send it again: what has arrived isn’t sent twice.',
  ],
];

/** Lines of a program’s output that a message has. */
const shownLines = 5;

/** Explains why a program failed, by what it printed. */
export function explainSendFailure({ name, host }: SendTarget, printed: string): SendError {
  const lines = printed.trim().split('\n').slice(-shownLines);
  const found = causes.find(([pattern]) => pattern.test(printed));
  const reason = found?.[1] ?? 'it failed';
  return new SendError(
    `The live release wasn’t sent to ${name}: ${reason}. What is served there is as it was.`,
    [
      found?.[2](host ?? 'localhost') ?? `Fix what is said below. ${again}`,
      ...lines.filter((line) => line !== '').map((line) => `  ${line}`),
    ].join('\n'),
  );
}

/** Explains a refusal of `receive.sh`: `busy`, `lacks rsync`. */
export function explainRefusal(target: SendTarget, answer: string, printed: string): SendError {
  const [word, what = ''] = answer.split(' ');
  const state = `The live release wasn’t sent to ${target.name}`;
  const there = target.host ?? 'this machine';
  switch (word) {
    case 'lacks':
      return new SendError(
        `${state}: ${there} has no ${what}.`,
        `Install it there; on Debian: apt-get install ${what === 'rsync' ? what : what === 'flock' ? 'util-linux' : 'coreutils'}`,
      );
    case 'foreign':
      return new SendError(
        `${state}: that folder holds other things than releases (${what}).`,
        'Give a folder of its own: the web server then serves “current” in it.',
      );
    case 'busy':
      return new SendError(
        `${state}: another command is sending there.`,
        `Wait until it has ended. ${again}`,
      );
    default:
      return explainSendFailure(target, printed);
  }
}

/** Explains that a release is another one there than here. */
export const explainDamage = ({ name }: SendTarget): SendError =>
  new SendError(
    `The live release wasn’t sent to ${name}: what arrived there differs from its manifest. What is served there is as it was.`,
    'Check the release here: the same command with --check instead of --send-to. If it is whole, check the disk there.',
  );

/** Explains that a program of this machine is missing. */
export const explainMissingProgram = (program: string): SendError =>
  new SendError(
    `The live release wasn’t sent: this machine has no ${program}.`,
    `Install it; on Debian: apt-get install ${program === 'ssh' ? 'openssh-client' : program === 'flock' ? 'util-linux' : program}`,
  );
