/** Builds the site in which a language's questions are asked: the sample, and the listings of the benchmark. */
import { locales, type Locale } from '@/i18n/locales';
import { acceptEntries } from '@/pipeline/check/accept';
import { formatProblem } from '@/model/problems';
import { buildSite, type Site } from '@/site/site';
import { createFilesSource } from '@/sources/files/files-source';
import { benchNow } from '../content/setting';
import { listingEntries, QuestionsError } from './listings';

/** Builds it with the pipeline of a build, without pictures. Throws a `QuestionsError` where a listing can’t be shown. */
export async function buildQuestionsSite(locale: Locale): Promise<Site> {
  const sample = await createFilesSource('content').read(() => {});
  const { entries, problems } = acceptEntries(
    [...sample.entries, ...listingEntries(locale)],
    sample.problems,
  );
  const fault = problems.find(({ severity }) => severity === 'blocks');
  if (fault) throw new QuestionsError(formatProblem(fault));
  return buildSite({ locales, fallbacks: {}, entries, pictures: {}, now: Date.parse(benchNow) });
}
