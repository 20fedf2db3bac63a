/** Everything but opportunities and organizations: as much of it as a site of that size would have. */
import { causes } from '@/model/vocabularies/causes';
import { audiences, pageRoles, resourceKinds } from '@/model/vocabularies/kinds';
import { taskTypes } from '@/model/vocabularies/task-types';
import { authorOf, type Author } from './content/author';
import { block, join, localize, phraseOf, summaryOf } from './content/phrase';
import { randomOf } from './content/random';
import { cycle, dayFromNow, opportunityId, type GeneratedEntry, type Setting } from './setting';
import { anyPublished } from './content/statuses';
import { languages, type Phrase } from './content/words';

const parts = { campaign: 4_000_000, story: 5_000_000, resource: 6_000_000, page: 7_000_000 };

const original = (index: number) => ({ originalLanguage: cycle(languages, index) });

function author(setting: Setting, part: number, index: number): Author {
  return authorOf(setting, randomOf(setting.seed, part + index), cycle(causes, index));
}

/** A heading and a few paragraphs, several times. */
function longText({ random, say }: Author, sentences: readonly Phrase[], sections: number): Phrase {
  const section = (index: number) => {
    const [heading, ...rest] = random
      .shuffle(sentences)
      .slice(0, 6)
      .map((phrase) => say(phrase));
    const text = join(rest);
    return heading && index > 0 ? phraseOf((locale) => `## ${heading[locale]}\n\n${text[locale]}`) : text;
  };
  return block(
    join(
      Array.from({ length: sections }, (_, index) => section(index)),
      '\n\n',
    ),
  );
}

function makeCampaign(setting: Setting, index: number): GeneratedEntry {
  const { random, say, saySome } = author(setting, parts.campaign, index);
  const { sentences, causes: byCause } = setting.words;
  const cause = cycle(causes, index);
  const message = [...saySome(byCause[cause].changes, 3), ...saySome(sentences.impacts, 4)];
  const picked = Array.from({ length: 4 }, () => opportunityId(anyPublished(random, setting.opportunities)));
  const starts = random.int(-90, 10);
  return {
    folder: 'campaigns',
    id: `campaign-${index + 1}`,
    fields: {
      ...localize({
        title: say(cycle(sentences.campaignTitles, index)),
        summary: summaryOf(saySome(sentences.summaries, 3)),
        message: block(join([join(message.slice(0, 3)), join(message.slice(3))], '\n\n')),
        callToAction: cycle(sentences.actions, 0),
      }),
      ...original(index),
      updated: dayFromNow(-random.int(0, 60)),
      starts: dayFromNow(starts),
      ends: dayFromNow(starts + 120),
      opportunities: [...new Set(picked)].toSorted(),
      filter: { cause: [cause] },
    },
  };
}

function makeStory(setting: Setting, index: number): GeneratedEntry {
  const { random, say, saySome } = author(setting, parts.story, index);
  const { sentences } = setting.words;
  const host = random.pick(setting.hosts);
  const told = saySome(sentences.stories, sentences.stories.length);
  return {
    folder: 'stories',
    id: `story-${index + 1}`,
    fields: {
      ...localize({
        title: say(cycle(sentences.storyTitles, index)),
        summary: summaryOf(saySome(sentences.summaries, 3)),
        role: cycle(sentences.storyRoles, index),
        quote: say(random.pick(sentences.stories)),
        body: block(join([join(told.slice(0, 4)), join(told.slice(4))], '\n\n')),
      }),
      ...original(index),
      updated: dayFromNow(-random.int(0, 200)),
      voice: random.pick(['volunteer', 'organization']),
      firstName: cycle(['Aline', 'Omar', 'Rosa', 'Mei', 'Kemi', 'Luc'], index),
      country: host.home.country,
      consent: true,
      date: dayFromNow(-random.int(200, 700)),
      organization: host.id,
      opportunity: opportunityId(anyPublished(random, setting.opportunities)),
    },
  };
}

function makeResource(setting: Setting, index: number): GeneratedEntry {
  const own = author(setting, parts.resource, index);
  const { sentences } = setting.words;
  const kind = cycle(resourceKinds, index);
  return {
    folder: 'resources',
    id: `resource-${index + 1}`,
    fields: {
      ...localize({
        title: own.say(cycle(sentences.guideTitles, index)),
        summary: summaryOf(own.saySome(sentences.summaries, 3)),
        body: longText(own, sentences.guide, 4),
      }),
      ...original(index),
      updated: dayFromNow(-own.random.int(0, 200)),
      kind,
      date: dayFromNow(-own.random.int(200, 900)),
      audiences: [cycle(audiences, index)],
      ...(kind === 'network' ? { url: `https://network-${index + 1}.example` } : {}),
      taskTypes: [cycle(taskTypes, index)],
      causes: [cycle(causes, index)],
    },
  };
}

function makePage(setting: Setting, role: (typeof pageRoles)[number], index: number): GeneratedEntry {
  const own = author(setting, parts.page, index);
  const { sentences } = setting.words;
  return {
    folder: 'pages',
    id: role === 'other' ? 'questions' : role,
    fields: {
      ...localize({
        title: cycle(sentences.pageTitles, index),
        summary: summaryOf(own.saySome(sentences.summaries, 3)),
        body: longText(own, [...sentences.guide, ...sentences.rhythm], 6),
      }),
      ...original(0),
      updated: dayFromNow(-30),
      role,
      inFooter: true,
      order: index,
    },
  };
}

function makeSettings({ words }: Setting): GeneratedEntry {
  return {
    folder: 'settings',
    id: 'site',
    fields: {
      ...localize({
        name: cycle(words.sentences.service, 0),
        tagline: cycle(words.sentences.service, 1),
      }),
      ...original(0),
      updated: dayFromNow(-30),
      contactEmail: 'hello@bench.example',
      // With a form every open opportunity has the whole form in its page, as a real site would.
      formId: 'bench',
      featuredCampaign: 'campaign-1',
    },
  };
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, Math.round(value)));

function times(count: number, make: (index: number) => GeneratedEntry): GeneratedEntry[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Campaigns, stories, resources, every page and the settings, for the setting's number of opportunities. */
export function makeSurroundings(setting: Setting): GeneratedEntry[] {
  const size = setting.opportunities;
  return [
    ...times(clamp(size / 200, 3, 12), (index) => makeCampaign(setting, index)),
    ...times(clamp(size / 50, 4, 60), (index) => makeStory(setting, index)),
    ...times(clamp(size / 50, 4, 60), (index) => makeResource(setting, index)),
    ...pageRoles.map((role, index) => makePage(setting, role, index)),
    makeSettings(setting),
  ];
}
