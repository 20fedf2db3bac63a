/** Finds when the site was built. */
import { securityTextPath } from '@/share/security-text';
import { validDays } from '@/views/site-files';
import { askFor, type VerifyContext } from './context';
import { findingList, type CheckResult } from './result';

const dayMs = 86_400_000;

/** A site is built once a day; after two, something keeps it from being built. */
const mostDays = 2;

/** Pages give no build instant, but security.txt expires a fixed time after it, to the day. Hosts may say more precisely. */
export async function checkFreshness(context: VerifyContext): Promise<CheckResult> {
  const found = findingList();
  const [text, home] = [await askFor(context, securityTextPath), await askFor(context, '/')];
  const expires = Date.parse(
    /^Expires: (\S+)$/m.exec(text.status === 200 ? text.body.toString() : '')?.[1] ?? '',
  );
  const changed = Date.parse(home.headers['last-modified'] ?? '');
  const built = Number.isNaN(expires) ? changed : expires - validDays * dayMs;
  if (Number.isNaN(built)) {
    found.warn(`It isn’t known: neither ${securityTextPath} nor a header Last-Modified says it.`);
    return found.result('Build', 'of an unknown day');
  }
  const day = new Date(built).toISOString().slice(0, 10);
  if (context.now - built > mostDays * dayMs)
    found.warn(
      `The site was last built on ${day}. Build at least once a day: see why the last build failed or didn’t begin.`,
    );
  return found.result('Build', `of ${day}`);
}
