/** The app’s settings: the address of the site, and of its publisher’s status. */

export interface AppSettings {
  /** The address of the site. */
  readonly siteUrl?: string;
  /** The address of `publish-status.json`, if the operator offers one. */
  readonly statusUrl?: string;
  /** Sent to that address as a bearer token. Everyone who edits in the space can read it. */
  readonly statusToken?: string;
}

export const settingNames = [
  'siteUrl',
  'statusUrl',
  'statusToken',
] as const satisfies readonly (keyof AppSettings)[];

/** True for a setting that can be used: addresses are those of the web. */
export const isUsableSetting = (name: keyof AppSettings, text: string): boolean =>
  name === 'statusToken' || (/^https?:\/\//.test(text) && URL.canParse(text));

/** Reads the parameters of the installation. What can’t be used is left out. */
export function readAppSettings(parameters: unknown): AppSettings {
  const given: Readonly<Record<string, unknown>> =
    typeof parameters === 'object' && parameters !== null ? { ...parameters } : {};
  const pairs = settingNames.flatMap((name) => {
    const value = given[name];
    const text = typeof value === 'string' ? value.trim() : '';
    return text !== '' && isUsableSetting(name, text) ? [[name, text] as const] : [];
  });
  return Object.fromEntries(pairs);
}
