import { countries, regions } from '@/model/vocabularies/countries';
import { causes, type Cause } from '@/model/vocabularies/causes';
import { bandwidths } from '@/model/vocabularies/kinds';
import { languageLevels, workLanguages } from '@/model/vocabularies/languages';
import { sdgs, type Sdg } from '@/model/vocabularies/sdgs';
import { skillLevels, skills, type Skill } from '@/model/vocabularies/skills';
import { taskTypes, type TaskType } from '@/model/vocabularies/task-types';
import { createAuthor, pickSpread, pickMore } from './author';
import { writeOpportunityTexts } from './opportunity-texts';
import { createRandom, type Random } from './random';
import {
  pickInTurn,
  dayFromNow,
  opportunityId,
  type GeneratedEntry,
  type HostOrganization,
  type GeneratorSetting,
} from './setting';
import { opportunityStatus } from './statuses';

const goalByCause: Readonly<Record<Cause, Sdg>> = {
  agriculture: '2', children: '4', culture: '11', climate: '13', disability: '10', disaster: '11', inclusion: '8',
  education: '4', gender: '5', governance: '16', health: '3', housing: '11', migration: '10', peace: '16',
  technology: '9', water: '6',
}; // prettier-ignore

const skillsByTask: Readonly<Record<TaskType, readonly Skill[]>> = {
  writing: ['plain-language', 'copy-editing', 'creative-writing', 'technical-writing'],
  translation: ['translation', 'terminology', 'subtitling', 'proofreading', 'interpreting'],
  research: ['literature-review', 'library-research', 'survey-design'],
  design: ['graphic-design', 'illustration', 'desktop-publishing', 'photo-editing', 'video-editing'],
  web: ['web-design', 'programming', 'web-accessibility', 'wordpress', 'user-testing', 'databases'],
  communication: ['journalism', 'social-media', 'marketing', 'sound-editing'],
  teaching: ['teaching-languages', 'teaching-science', 'curriculum-design', 'mentoring', 'sign-language'],
  project: ['project-planning', 'proposal-writing', 'monitoring-evaluation', 'fundraising-research'],
  management: ['strategic-planning', 'accounting', 'logistics', 'facilitation'],
  advice: ['agronomy', 'public-health', 'law', 'engineering', 'medicine', 'water-engineering', 'nutrition'],
  data: ['data-entry', 'spreadsheets', 'data-analysis', 'statistics', 'mapping'],
  coordination: ['people-management', 'facilitation', 'mentoring'],
};

const hourRanges = [[2, 4], [3, 5], [1, 2], [5, 8], [0.5, 1], [8, 12], [12, 20]] as const; // prettier-ignore
const weekCounts = [4, 8, 2, 12, 6, 3, 0.5, 10] as const;

/** Generates the days of an opportunity. Most were posted lately. They close around now or within a year. */
function generateDates(random: Random, host: HostOrganization, isOver: boolean) {
  const age = Math.floor(random.next() ** 2 * 500) + 1;
  const posted = -age;
  const closes = Math.max(posted + 14, isOver ? random.int(-200, 60) : random.int(-15, 330));
  const touched = () => dayFromNow(random.int(Math.max(posted, -120), 0));
  return {
    updated: touched(),
    posted: dayFromNow(posted),
    ...(random.chance(0.3) ? { starts: dayFromNow(closes + random.int(7, 60)) } : {}),
    ...(random.chance(0.75)
      ? { closes: { date: dayFromNow(closes), zone: host.home.zone } }
      : { reviewBy: dayFromNow(random.int(30, 400)) }),
    lastVerified: touched(),
    ...(random.chance(0.9) ? { confirmedOn: dayFromNow(Math.min(0, posted + random.int(0, 5))) } : {}),
  };
}

function generateLanguages(random: Random, host: HostOrganization, index: number) {
  const main = random.favour(host.home.languages);
  const required = { language: main, level: random.pick(languageLevels.slice(1)), need: 'required' };
  if (!random.chance(0.45)) return [required];
  const other = random.chance(0.5)
    ? random.favour(['en', 'fr', 'es'] as const)
    : pickInTurn(workLanguages, index);
  if (other === main) return [required];
  return [
    required,
    { language: other, level: random.pick(languageLevels), need: random.pick(['required', 'welcome']) },
  ];
}

/** Generates the places that benefit: mostly the host's country, sometimes another one or a region too. */
function generatePlaces(random: Random, host: HostOrganization, index: number) {
  if (random.chance(0.08)) return { regions: [pickInTurn(regions, index)] };
  const others = random.chance(0.3) ? [pickInTurn(countries, index * 7)] : [];
  return {
    countries: [...new Set([host.home.country, ...others])],
    ...(random.chance(0.2) ? { diasporaOf: [host.home.country] } : {}),
  };
}

function generateLength(random: Random) {
  const kind = random.favour(['weeks', 'weeks', 'ongoing', 'one-off'] as const);
  return kind === 'weeks' ? { kind, weeks: random.favour(weekCounts) } : { kind };
}

function generateApplyFields(random: Random, id: string) {
  if (random.chance(0.06)) return { applyBy: 'external', applyUrl: `https://apply.example/${id}` };
  if (random.chance(0.05)) return { applyBy: 'email', applyEmail: `${id}@mail.example` };
  return {};
}

/** Generates the opportunity of an index, from 0. It is the same in every site with as many organizations. */
export function generateOpportunity(setting: GeneratorSetting, index: number): GeneratedEntry {
  const random = createRandom(setting.seed, index);
  const id = opportunityId(index);
  const host = random.favour(setting.hosts);
  const task = pickSpread(random, taskTypes, index);
  const cause = index % 5 === 0 ? pickInTurn(causes, index / 5) : random.favour(host.causes);
  const author = createAuthor(setting, random, cause);
  const status = opportunityStatus(index);
  const [min, max] = random.favour(hourRanges);
  const length = generateLength(random);
  const { updated, ...dates } = generateDates(random, host, status === 'closed' || status === 'filled');
  const formerSlug = random.chance(0.02) ? `earlier-${id}` : undefined;
  const skill = pickSpread(random, skillsByTask[task], index);
  const skillNames = index % 4 === 0 ? [skill, pickInTurn(skills, index / 4)] : [skill];
  return {
    folder: 'opportunities',
    id,
    fields: {
      ...writeOpportunityTexts(author, setting.words, { cause, task, formerSlug }),
      originalLanguage: host.home.locale,
      updated,
      status,
      organization: host.id,
      taskTypes: pickMore(random, task, taskTypes, random.pick([0, 0, 1, 2])),
      causes: pickMore(random, cause, host.causes, random.int(0, 2)),
      sdgs: pickMore(random, goalByCause[cause], [pickInTurn(sdgs, index), '17'], random.int(0, 2)),
      skills: [...new Set(skillNames)].map((one) => ({ skill: one, level: random.pick(skillLevels) })),
      ...generatePlaces(random, host, index),
      languages: generateLanguages(random, host, index),
      hours: { min, max },
      length,
      ...(random.chance(0.2) ? { schedule: 'fixed', timeZoneWindow: { from: -5, to: 3 } } : {}),
      places: random.favour([1, 2, 3, 4, 6, 10, 25]),
      ...(random.chance(0.15) ? { groupsWelcome: true } : {}),
      ...(max <= 1 && length.kind === 'one-off' ? { microTask: true } : {}),
      ...(random.chance(0.2) ? { minimumAge: 16 } : {}),
      device: random.favour(['computer', 'computer', 'phone'] as const),
      bandwidth: random.favour(bandwidths),
      ...dates,
      ...generateApplyFields(random, id),
      replyDays: random.int(5, 21),
      ...(random.chance(0.3) ? { certificate: true } : {}),
      ...(random.chance(0.3) ? { reference: true } : {}),
      ...(index % 67 === 0 ? { featured: true } : {}),
    },
  };
}
