import type { Config } from '@/config/config';

/** The configuration that a command follows, and a function for its lines. */
export interface CommandContext {
  readonly config: Config;
  readonly print: (line: string) => void;
}
