import { createRequire } from 'node:module';
import { hasPackages } from '@scripts/install/command-packages';
import { checksFolder } from './run-check';

/** False without a network: ESLint can't be installed then. */
export const isInstalled = hasPackages(checksFolder);

/** What tests use of ESLint. It is no dependency of the program, so TypeScript doesn't know it. */
interface ESLintPackage {
  readonly Linter: new () => {
    verify(
      code: string,
      configs: readonly object[],
      options: { readonly filename: string },
    ): readonly { readonly message: string }[];
  };
  readonly ESLint: new (options: { readonly overrideConfigFile: string }) => {
    isPathIgnored(file: string): Promise<boolean>;
  };
}

export const eslint = () => createRequire(import.meta.url)('eslint') as ESLintPackage;
