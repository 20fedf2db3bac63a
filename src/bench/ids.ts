/** The ids of the vocabularies as types, for tables that must have them all. */
import type { causes } from '@/model/vocabularies/causes';
import type { organizationKinds } from '@/model/vocabularies/kinds';
import type { workLanguages } from '@/model/vocabularies/languages';
import type { sdgs } from '@/model/vocabularies/sdgs';
import type { skills } from '@/model/vocabularies/skills';
import type { taskTypes } from '@/model/vocabularies/task-types';

export type Cause = (typeof causes)[number];
export type OrganizationKind = (typeof organizationKinds)[number];
export type Sdg = (typeof sdgs)[number];
export type Skill = (typeof skills)[number];
export type TaskType = (typeof taskTypes)[number];
export type WorkLanguage = (typeof workLanguages)[number];
