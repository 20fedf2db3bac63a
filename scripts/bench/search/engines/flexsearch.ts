/** FlexSearch: the whole index in memory, quick, with beginnings of words. */
import FlexSearch from 'flexsearch';
import { gzipSize } from '../../compress';
import { indexedFields, flattenDocument, type EngineFactory } from './engine';

const { Charset, Document } = FlexSearch;

export const flexsearchEngine: EngineFactory = {
  name: 'FlexSearch',
  settings: 'a document index, tokenize forward, its encoder LatinExtra, fields in the order of their weight',
  open: async (judged) => {
    const index = new Document({
      document: { id: 'id', index: [...indexedFields], tag: 'task', store: false },
      tokenize: 'forward',
      encoder: Charset.LatinExtra,
    });
    for (const one of judged) index.add(flattenDocument(one));
    const exported: string[] = [];
    index.export((_key: string, data: string) => {
      exported.push(data);
    });
    let bytes = 0;
    for (const data of exported) bytes += await gzipSize(data);
    return {
      download: bytes,
      search: ({ text, task }) => {
        const answers = index.search(text, {
          limit: 10,
          ...(task === undefined ? {} : { tag: { task } }),
        });
        const ids = new Set(answers.flatMap(({ result }) => result.map(String)));
        return Promise.resolve([...ids].slice(0, 10));
      },
    };
  },
};
