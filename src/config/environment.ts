/** The environment of this process. Nothing else reads it, but for what hands it on to a child process as it is. */

/** Variables by name, as they are written. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const environment = (): Environment => process.env;

/** True where npm has started this process. */
export const isRunByNpm = (): boolean => process.env['npm_lifecycle_event'] !== undefined;

/** Sets variables for what this process starts within itself, as Astro's development server; undefined unsets one. */
export function setEnvironment(values: Environment): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}
