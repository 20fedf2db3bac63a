import { expect, it } from 'vitest';
import { assertNodeVersion, NodeVersionError } from './node-version';

it.each(['22.12.0', '22.20.1', '24.0.0', '25.1.0-nightly', process.versions.node])(
  'Node %s is accepted',
  (version) => {
    expect(() => assertNodeVersion(version)).not.toThrow();
  },
);

it.each(['20.17.0', '21.7.3', '22.11.9'])('Node %s is refused', (version) => {
  expect(() => assertNodeVersion(version)).toThrow(NodeVersionError);
  expect(() => assertNodeVersion(version)).toThrow(`This is Node ${version}`);
});
