/** The parameters of the app’s installation, which its upload sets. */
export interface AppSettings {
  readonly siteUrl?: string;
  /** The address at which the publisher tells its status. */
  readonly statusUrl?: string;
  /** Sent to that address as a bearer token. Everyone who edits in the space can read it. */
  readonly statusToken?: string;
}
