/** Says what a setup does about one content type. */
import { maximumFields } from './former-fields';
import type { TypePlan } from './type-plan';

const signs = { adds: '+', narrows: '!', impossible: '✗' } as const;

const countEntries = (number: number) => (number === 1 ? '1 entry' : `${number} entries`);

function formatFormerPlan(plan: TypePlan, deletes: boolean): string[] {
  const { type, values, replaced, retiring, returning, deleting, waiting } = plan;
  const { odd, unpublished, doubled } = values;
  const movable = values.movable
    .map((ids) => ids.filter((id) => replaced.includes(id)))
    .filter(({ length }) => length > 0);
  const names = replaced.filter((id) => movable.some((ids) => ids.includes(id))).join(', ');
  return [
    ...(movable.length > 0
      ? [
          `+ ${type}: the values of ${names} move to the fields in their place (${countEntries(movable.length)})`,
        ]
      : []),
    ...(retiring.length > 0 ? [`+ ${type} hides the former fields ${retiring.join(', ')}`] : []),
    ...(returning.length > 0
      ? [`+ ${type} shows the former fields ${returning.join(', ')} until there is room for others`]
      : []),
    ...(deleting.length > 0
      ? [`- ${type} loses the former fields ${deleting.join(', ')}, which are empty`]
      : []),
    ...(waiting.length > 0
      ? [
          `! ${type} has no room yet for ${waiting.join(', ')}: Contentful allows ${maximumFields} fields. ${
            deletes
              ? 'Former fields are deleted once they are empty.'
              : '--delete-former deletes former fields once they are empty.'
          }`,
        ]
      : []),
    ...odd.map(
      (one) =>
        `! ${type} ${one} isn’t as the model has it, and stays. Fill in the fields in its place in Contentful, publish it, and run this again.`,
    ),
    ...doubled.map((one) => `! ${one}`),
    ...(unpublished.length > 0
      ? [
          `! ${type} ${unpublished.join(', ')}: has changes that aren’t published, which stay so. The published version has its former fields until the changes are published or discarded.`,
        ]
      : []),
  ];
}

/** Formats the plan as lines. `+` adds something, `-` deletes, `!` needs attention, `✗` can't be done. */
export function formatTypePlan(plan: TypePlan, deletes: boolean): string[] {
  const { type, differences, isUnpublished, hasOtherEditor: other } = plan;
  return [
    ...differences.map(({ weight, words }) => `${signs[weight]} ${type} ${words}`),
    ...(isUnpublished && differences.length === 0 ? [`+ ${type} is published`] : []),
    ...formatFormerPlan(plan, deletes),
    ...(other ? [`+ ${type} gets its editor: tabs, controls and help texts`] : []),
  ];
}
