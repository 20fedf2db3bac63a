/** A sheet that may change on disk while it is reviewed. */
import { stat } from 'node:fs/promises';
import { OperatorError } from '@/model/operator-error';
import { mappingPath } from '@scripts/cms/import/find-mapping';
import { readSheetImport, type SheetImport, type SheetOptions } from '@scripts/cms/import/plan-import';

/** The sheet as it could be read last. */
interface SheetOnDisk {
  readonly current: () => SheetImport;
  /** True while it can't be read: then it must not be imported. */
  readonly isUnreadable: () => boolean;
  /** Reads it again if it or its mapping was changed. Resolves to what is to be said about that. */
  readonly update: () => Promise<readonly string[]>;
}

const stampOf = (file: string): Promise<string> =>
  stat(file).then(
    ({ mtimeMs, size, ino }) => `${mtimeMs}/${size}/${ino}`,
    () => 'missing',
  );

/**
 * Opens a sheet. `check` throws an `OperatorError` for one that doesn't fit. Rejects with that, or with an `ImportError`;
 * later faults leave the former rows, and are said.
 */
export async function openSheetOnDisk(
  options: SheetOptions,
  check: (sheet: SheetImport) => Promise<void>,
): Promise<SheetOnDisk> {
  const read = async () => {
    const sheet = await readSheetImport(options);
    await check(sheet);
    return sheet;
  };
  const stampFiles = async (mapFile: string | undefined) => {
    const files = [options.file, options.map ?? mapFile ?? mappingPath(options.file)];
    return (await Promise.all(files.map(stampOf))).join(' ');
  };
  let sheet = await read();
  let stamp = await stampFiles(sheet.mapFile);
  let fault: readonly string[] = [];
  return {
    current: () => sheet,
    isUnreadable: () => fault.length > 0,
    update: async () => {
      const now = await stampFiles(sheet.mapFile);
      if (now === stamp) return fault;
      stamp = now;
      try {
        sheet = await read();
        fault = [];
        return ['The sheet or its mapping was changed, and was read again.'];
      } catch (error) {
        if (!(error instanceof OperatorError)) throw error;
        fault = [
          'The sheet was changed, and can’t be read now. These are its former rows, and none can be saved.',
          `${error.message} ${error.hint ?? ''}`.trim(),
        ];
        return fault;
      }
    },
  };
}
