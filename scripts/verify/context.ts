/** The context that every check of a deployed copy gets. */
import type { VerifyClient, HttpResponse } from './client';

export interface VerifyContext {
  readonly client: VerifyClient;
  /** The address of the site, which ends with a slash. */
  readonly site: URL;
  /** Prints progress. */
  readonly progress: (line: string) => void;
  /** Now, ms. */
  readonly now: number;
}

/** A page of the site that was visited. */
export interface VisitedPage {
  readonly path: string;
  readonly response: HttpResponse;
  readonly html: string;
}

/** Requests a path of the site. */
export const requestPath = ({ client, site }: Pick<VerifyContext, 'client' | 'site'>, pathname: string) =>
  client.request(new URL(pathname, site));
