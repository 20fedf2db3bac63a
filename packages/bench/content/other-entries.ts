/** Generates campaigns, stories, resources, pages and settings in numbers that fit the size of the site. */
import { causes } from '@/model/vocabularies/causes';
import { audiences, pageRoles, resourceKinds } from '@/model/vocabularies/kinds';
import { taskTypes } from '@/model/vocabularies/task-types';
import { createAuthor, type Author } from './author';
import { endLine, joinPhrases, localizeFields, createPhrase, chooseSummary } from './phrase';
import { createRandom } from './random';
import { pickInTurn, dayFromNow, opportunityId, type GeneratedEntry, type GeneratorSetting } from './setting';
import { pickPublished } from './statuses';
import { languages, type Phrase } from './words';

const randomParts = { campaign: 4_000_000, story: 5_000_000, resource: 6_000_000, page: 7_000_000 };

const pickOriginalLanguage = (index: number) => ({ originalLanguage: pickInTurn(languages, index) });

function createEntryAuthor(setting: GeneratorSetting, part: number, index: number): Author {
  return createAuthor(setting, createRandom(setting.seed, part + index), pickInTurn(causes, index));
}

/** Writes several sections, each a heading and a few paragraphs. */
function writeLongText({ random, write }: Author, sentences: readonly Phrase[], sections: number): Phrase {
  const section = (index: number) => {
    const [heading, ...rest] = random
      .shuffle(sentences)
      .slice(0, 6)
      .map((phrase) => write(phrase));
    const text = joinPhrases(rest);
    return heading && index > 0 ? createPhrase((locale) => `## ${heading[locale]}\n\n${text[locale]}`) : text;
  };
  return endLine(
    joinPhrases(
      Array.from({ length: sections }, (_, index) => section(index)),
      '\n\n',
    ),
  );
}

function generateCampaign(setting: GeneratorSetting, index: number): GeneratedEntry {
  const { random, write, writeSome } = createEntryAuthor(setting, randomParts.campaign, index);
  const { sentences, causes: byCause } = setting.words;
  const cause = pickInTurn(causes, index);
  const message = [...writeSome(byCause[cause].changes, 3), ...writeSome(sentences.impacts, 4)];
  const picked = Array.from({ length: 4 }, () => opportunityId(pickPublished(random, setting.opportunities)));
  const starts = random.int(-90, 10);
  return {
    folder: 'campaigns',
    id: `campaign-${index + 1}`,
    fields: {
      ...localizeFields({
        title: write(pickInTurn(sentences.campaignTitles, index)),
        summary: chooseSummary(writeSome(sentences.summaries, 3)),
        message: endLine(
          joinPhrases([joinPhrases(message.slice(0, 3)), joinPhrases(message.slice(3))], '\n\n'),
        ),
        callToAction: pickInTurn(sentences.actions, 0),
      }),
      ...pickOriginalLanguage(index),
      updated: dayFromNow(-random.int(0, 60)),
      starts: dayFromNow(starts),
      ends: dayFromNow(starts + 120),
      opportunities: [...new Set(picked)].toSorted(),
      filter: { cause: [cause] },
    },
  };
}

function generateStory(setting: GeneratorSetting, index: number): GeneratedEntry {
  const { random, write, writeSome } = createEntryAuthor(setting, randomParts.story, index);
  const { sentences } = setting.words;
  const host = random.pick(setting.hosts);
  const sentencesTold = writeSome(sentences.stories, sentences.stories.length);
  return {
    folder: 'stories',
    id: `story-${index + 1}`,
    fields: {
      ...localizeFields({
        title: write(pickInTurn(sentences.storyTitles, index)),
        summary: chooseSummary(writeSome(sentences.summaries, 3)),
        role: pickInTurn(sentences.storyRoles, index),
        quote: write(random.pick(sentences.stories)),
        body: endLine(
          joinPhrases([joinPhrases(sentencesTold.slice(0, 4)), joinPhrases(sentencesTold.slice(4))], '\n\n'),
        ),
      }),
      ...pickOriginalLanguage(index),
      updated: dayFromNow(-random.int(0, 200)),
      voice: random.pick(['volunteer', 'organization']),
      firstName: pickInTurn(['Aline', 'Omar', 'Rosa', 'Mei', 'Kemi', 'Luc'], index),
      country: host.home.country,
      consent: true,
      date: dayFromNow(-random.int(200, 700)),
      organization: host.id,
      opportunity: opportunityId(pickPublished(random, setting.opportunities)),
    },
  };
}

function generateResource(setting: GeneratorSetting, index: number): GeneratedEntry {
  const author = createEntryAuthor(setting, randomParts.resource, index);
  const { sentences } = setting.words;
  const kind = pickInTurn(resourceKinds, index);
  return {
    folder: 'resources',
    id: `resource-${index + 1}`,
    fields: {
      ...localizeFields({
        title: author.write(pickInTurn(sentences.guideTitles, index)),
        summary: chooseSummary(author.writeSome(sentences.summaries, 3)),
        body: writeLongText(author, sentences.guide, 4),
      }),
      ...pickOriginalLanguage(index),
      updated: dayFromNow(-author.random.int(0, 200)),
      kind,
      date: dayFromNow(-author.random.int(200, 900)),
      audiences: [pickInTurn(audiences, index)],
      ...(kind === 'network' ? { url: `https://network-${index + 1}.example` } : {}),
      taskTypes: [pickInTurn(taskTypes, index)],
      causes: [pickInTurn(causes, index)],
    },
  };
}

function generatePage(
  setting: GeneratorSetting,
  role: (typeof pageRoles)[number],
  index: number,
): GeneratedEntry {
  const author = createEntryAuthor(setting, randomParts.page, index);
  const { sentences } = setting.words;
  return {
    folder: 'pages',
    id: role === 'other' ? 'questions' : role,
    fields: {
      ...localizeFields({
        title: pickInTurn(sentences.pageTitles, index),
        summary: chooseSummary(author.writeSome(sentences.summaries, 3)),
        body: writeLongText(author, [...sentences.guide, ...sentences.rhythm], 6),
      }),
      ...pickOriginalLanguage(0),
      updated: dayFromNow(-30),
      role,
      inFooter: true,
      order: index,
    },
  };
}

function generateSettings({ words }: GeneratorSetting): GeneratedEntry {
  return {
    folder: 'settings',
    id: 'site',
    fields: {
      ...localizeFields({
        name: pickInTurn(words.sentences.service, 0),
        tagline: pickInTurn(words.sentences.service, 1),
      }),
      ...pickOriginalLanguage(0),
      updated: dayFromNow(-30),
      contactEmail: 'hello@bench.example',
      // With a form every open opportunity has the whole form in its page, as a real site would.
      formId: 'bench',
      featuredCampaign: 'campaign-1',
    },
  };
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, Math.round(value)));

function generateMany(count: number, make: (index: number) => GeneratedEntry): GeneratedEntry[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Generates all entries except opportunities and organizations. */
export function generateOtherEntries(setting: GeneratorSetting): GeneratedEntry[] {
  const size = setting.opportunities;
  return [
    ...generateMany(clamp(size / 200, 3, 12), (index) => generateCampaign(setting, index)),
    ...generateMany(clamp(size / 50, 4, 60), (index) => generateStory(setting, index)),
    ...generateMany(clamp(size / 50, 4, 60), (index) => generateResource(setting, index)),
    ...pageRoles.map((role, index) => generatePage(setting, role, index)),
    generateSettings(setting),
  ];
}
