import { readConfig } from './config';
import { ConfigError } from './read-values';
import type { CommandName } from './variable-notes';

/** Variables of a test, by name. */
export type TestEnvironment = Readonly<Record<string, string | undefined>>;

/** The variables of a space that can be read. */
export const spaceVariables = { CONTENTFUL_SPACE_ID: 'abc', CONTENTFUL_DELIVERY_TOKEN: 'secret-token' };

/** Returns the error for a configuration that must be refused. */
export function findConfigError(env: TestEnvironment, ...commands: readonly CommandName[]): ConfigError {
  try {
    readConfig(env, ...commands);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

/** Returns the message for a configuration that must be refused, with how to fix it. */
export const findConfigMessage = (env: TestEnvironment, ...commands: readonly CommandName[]): string => {
  const { message, hint = '' } = findConfigError(env, ...commands);
  return `${message} ${hint}`;
};
