import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weaveBand } from './weave';

const size = (id: string) => {
  const { ground, paths } = weaveBand(id);
  return paths.reduce((sum, { thread, d }) => sum + thread.length + d.length + 30, ground.length + 120);
};

/** The cells that a path colours, as `x y`. */
function cellsOf(d: string): string[] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/[Mm](-?\d+) (\d+)h(\d+)/g)].flatMap(([, right, down, run]) => {
    [x, y] = [x + Number(right), y + Number(down)];
    return Array.from({ length: Number(run) }, () => `${x++} ${y}`);
  });
}

describe('the woven band', () => {
  it('is the same for the same id', () => {
    expect(weaveBand('casa-abierta')).toEqual(weaveBand('casa-abierta'));
    expect(weaveBand('casa-abierta')).not.toEqual(weaveBand('atoll-archive'));
  });

  it('covers only cells of its cloth', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const { width, height, paths } = weaveBand(id);
        const cells = paths.flatMap(({ d }) => cellsOf(d)).map((cell) => cell.split(' ').map(Number));
        expect(cells.filter(([x = -1, y = -1]) => x < 0 || x >= width || y < 0 || y >= height)).toEqual([]);
      }),
    );
  });

  it('is its upper half and that half’s mirror image', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const { height, paths, upper } = weaveBand(id);
        const whole = upper.map(({ d }) =>
          cellsOf(d).flatMap((cell) => [cell, cell.replace(/\d+$/, (y) => String(height - 1 - Number(y)))]),
        );
        expect(whole.map((cells) => cells.toSorted())).toEqual(paths.map(({ d }) => cellsOf(d).toSorted()));
      }),
    );
  });

  it('stays under one kilobyte for the ids in use', () => {
    for (const id of ['translation', 'writing', 'research', 'site-home', 'casa-abierta', 'atoll-archive']) {
      expect(size(id), id).toBeLessThan(1000);
    }
  });
});
