/** Access to the environment of this process. Other files use it only to pass it on to a child process. */

/** Variables by name, as they are written. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const readEnvironment = (): Environment => process.env;

/** True if npm started this process. */
export const isRunByNpm = (): boolean => process.env['npm_lifecycle_event'] !== undefined;

/** Sets variables for tools that run within this process, such as Astro's development server; undefined unsets one. */
export function setEnvironment(values: Environment): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}
