/** Identifies a version of an entry, so that an editor's tools can tell whether the site has the one that is saved. */
import { shortHash } from '@/model/short-hash';

/** 48 bits. Two versions of the same entry are taken for one in 280 trillion cases. */
const length = 8;

/** Identifies the version of an entry in a file, by its bytes. */
export const hashFile = (bytes: Buffer): string => shortHash(bytes.toString('latin1'), length);

/**
 * Identifies the published version of an entry in Contentful. `sys.publishedVersion` is the same in the Delivery API, in the
 * Management API and in apps, and increases with each publication.
 */
export const hashPublished = (id: string, publishedVersion: number): string =>
  shortHash(`${id}\0${publishedVersion}`, length);
