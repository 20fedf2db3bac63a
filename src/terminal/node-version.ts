import { OperatorError } from '@/model/operator-error';

/** Node is too old for Astro and for this program. */
export class NodeVersionError extends OperatorError {
  override readonly name = 'NodeVersionError';
  override readonly hint =
    'Run npm ci without --omit=dev and without NODE_ENV=production: it brings Node 24, which the commands of npm run then use.';
}

/** The oldest version that Astro's `engines` allow. */
const oldestVersion = [22, 12] as const;

/** Throws a `NodeVersionError` if a version (`process.versions.node`, `'22.11.0'`) is too old for the commands. */
export function assertNodeVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldestVersion[0] || (major === oldestVersion[0] && minor >= oldestVersion[1])) return;
  throw new NodeVersionError(
    `This is Node ${version}, and Node ${oldestVersion.join('.')} or newer is needed.`,
  );
}
