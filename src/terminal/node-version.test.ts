import { describe, expect, it } from 'vitest';
import { assertNodeVersion, NodeVersionError } from './node-version';

describe('assertNodeVersion', () => {
  it.each(['22.12.0', '22.20.1', '24.0.0', '25.1.0-nightly'])('takes %s', (version) => {
    expect(() => assertNodeVersion(version)).not.toThrow();
  });

  it.each(['20.17.0', '21.7.3', '22.11.9'])('refuses %s', (version) => {
    expect(() => assertNodeVersion(version)).toThrow(NodeVersionError);
    expect(() => assertNodeVersion(version)).toThrow(
      `This is Node ${version}, and Node 22.12 or newer is needed.`,
    );
  });

  it('takes the one that npm ci brings', () => {
    expect(() => assertNodeVersion(process.versions.node)).not.toThrow();
  });
});
