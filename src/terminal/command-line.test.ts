import { OperatorError } from '@/model/operator-error';
import { describe, expect, it } from 'vitest';
import {
  assertNodeVersion,
  readCommandLine,
  readCount,
  readParts,
  readPort,
  UsageError,
} from './command-line';

const options = {
  port: { type: 'string', default: '4321' },
  lighthouse: { type: 'boolean', default: true },
} as const;

describe('readCommandLine', () => {
  it('reads options, and knows --help for every command', () => {
    expect({ ...readCommandLine(['--port', '1', '--no-lighthouse'], options).values }).toEqual({
      port: '1',
      lighthouse: false,
      help: false,
    });
    expect(readCommandLine(['-h'], options).values.help).toBe(true);
  });

  it.each([[['--colour']], [['--port']], [['now']]])('refuses %j', (args) => {
    expect(() => readCommandLine(args, options)).toThrow(TypeError);
  });

  it('takes words where a command has some', () => {
    expect(readCommandLine(['check'], {}, { allowPositionals: true }).positionals).toEqual(['check']);
  });
});

describe('readPort', () => {
  it.each([
    ['0', 0],
    ['4321', 4321],
    ['65535', 65_535],
  ])('%s', (value, port) => {
    expect(readPort(value, 'port')).toBe(port);
  });

  it.each(['', 'http', '-1', '65536', '1e3', '80.5'])('refuses "%s"', (value) => {
    const message = `--inbox-port is “${value}”. Give a number from 0 to 65535.`;
    expect(() => readPort(value, 'inbox-port')).toThrow(new UsageError(message));
  });
});

describe('readCount', () => {
  it('is a whole number in its bounds, or says what to give', () => {
    expect(readCount('20', 'runs', 100)).toBe(20);
    for (const wrong of ['0', '101', '1.5', '-1', 'x'])
      expect(() => readCount(wrong, 'runs', 100)).toThrow(
        new UsageError(`--runs is “${wrong}”. Give a whole number from 1 to 100.`),
      );
  });
});

describe('readParts', () => {
  it('is the one that is named, or all, or says which there are', () => {
    expect(readParts('b', ['a', 'b'])).toEqual(['b']);
    expect(readParts(undefined, ['a', 'b'])).toEqual(['a', 'b']);
    expect(() => readParts('c', ['a', 'b'])).toThrow(new UsageError('--only is “c”. Give one of a, b.'));
  });
});

it.each(['22.12.0', '22.20.1', '24.0.0', '25.1.0-nightly', process.versions.node])(
  'Node %s is accepted',
  (version) => {
    expect(() => assertNodeVersion(version)).not.toThrow();
  },
);

it.each(['20.17.0', '21.7.3', '22.11.9'])('Node %s is refused', (version) => {
  expect(() => assertNodeVersion(version)).toThrow(OperatorError);
  expect(() => assertNodeVersion(version)).toThrow(`This is Node ${version}`);
});
