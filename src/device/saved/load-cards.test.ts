import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardFileNumber, cardFileUrl, type SavedCard, type CardFile } from './saved-card';
import { CardsError, loadCards } from './load-cards.client';

const card = (title: string): SavedCard => ({
  path: `/en/opportunities/${title}/`,
  title,
  organization: 'O',
  status: 'open',
  facts: {},
  needs: { languages: ['en:good'], hours: '1-2' },
});

const ids = ['wells', 'nurses', 'maps', 'seeds', 'songs'];

/** The answers of a site whose cards are in so many files. */
function serve(files: number, present: readonly string[] = ids) {
  const asked: string[] = [];
  const fetchFile = async (url: string) => {
    asked.push(url);
    const number = Array.from({ length: files }, (_, at) => at).find((at) => cardFileUrl('en', at) === url);
    if (number === undefined) return new Response('', { status: 404 });
    const cards = Object.fromEntries(
      present.filter((id) => cardFileNumber(id, files) === number).map((id) => [id, card(id)]),
    );
    return Response.json({ files, cards } satisfies CardFile);
  };
  vi.stubGlobal('fetch', fetchFile);
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('loading cards', () => {
  it('asks for each file once, and gives what the site has', async () => {
    const asked = serve(2, ['wells', 'maps']);
    const cards = await loadCards('en', ids, 2);
    expect([...cards.keys()].toSorted()).toEqual(['maps', 'wells']);
    expect(asked.toSorted()).toEqual(['/saved/en/0.json', '/saved/en/1.json']);
  });

  it('asks for nothing where nothing is saved', async () => {
    const asked = serve(2);
    expect((await loadCards('en', [], 2)).size).toBe(0);
    expect(asked).toEqual([]);
  });

  it.each([
    [2, 5],
    [7, 1],
  ])('finds everything where the site went from %i files to %i since the page was made', async (old, now) => {
    serve(now);
    expect([...(await loadCards('en', ids, old)).keys()].toSorted()).toEqual(ids.toSorted());
  });

  it('fails where a file can’t be had, rather than say that the site no longer has it', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 503 }));
    await expect(loadCards('en', ids, 2)).rejects.toThrow(CardsError);
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    await expect(loadCards('en', ids, 2)).rejects.toThrow(CardsError);
  });
});
