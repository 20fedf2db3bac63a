/** MiniSearch: the whole index in memory, with prefixes and fuzzy matching. */
import MiniSearch from 'minisearch';
import { foldText } from '@/i18n/fold-text';
import { indexedFields, fieldWeights, flattenDocument, type EngineFactory } from './engine';

/**
 * `fuzzy` is the largest distance as a share of a word's letters. Its documentation uses .2; .34 also allows swaps. `OR`
 * finds any of the words.
 */
export function createMiniSearch(fuzzy: number, combineWith: 'AND' | 'OR' = 'AND'): EngineFactory {
  return {
    name: combineWith === 'AND' ? `MiniSearch ${fuzzy}` : `MiniSearch ${fuzzy} OR`,
    settings: `prefix, fuzzy ${fuzzy}, ${combineWith === 'AND' ? 'all words (AND)' : 'any word (OR)'}, accents folded, the fields’ weights`,
    open: (judged) => {
      const engine = new MiniSearch({
        fields: [...indexedFields],
        storeFields: ['task'],
        processTerm: foldText,
        searchOptions: { prefix: true, fuzzy, combineWith, boost: fieldWeights },
      });
      engine.addAll(judged.map(flattenDocument));
      return Promise.resolve({
        search: ({ text, task }) => {
          const filter =
            task === undefined
              ? {}
              : { filter: ({ task: tasks }: { task?: string[] }) => tasks?.includes(task) ?? false };
          return Promise.resolve(
            engine
              .search(text, filter)
              .slice(0, 10)
              .map(({ id }) => id),
          );
        },
      });
    },
  };
}
