import { formsOf } from '@/applications/transport/site-forms';
import type { Environment } from '@/pipeline/prepare';
import type { Site } from '@/pipeline/site';

/** Throws a `FormsError` where forms are set up wrongly, or an application would go nowhere. */
export function assertForms(site: Site, env: Environment): void {
  formsOf(site, env);
}
