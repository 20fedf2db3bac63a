/** Buttons for all results at once: as a table to download, or on paper. What they need is loaded when one is pressed. */
import { useRef } from 'react';
import type { ResultFile } from '../../files/result-files.client';

type Props = Omit<ResultFile, 'status'>;

export function ResultFiles(file: Props) {
  const { t } = file.props;
  // Its text is written by what is loaded, as this code is counted for every visitor of the search.
  const status = useRef<HTMLParagraphElement>(null);
  const button = (name: 'saveResults' | 'printResults', text: string) => (
    <button
      type="button"
      className="button"
      onClick={() =>
        void import('../../files/result-files.client').then(
          (parts) => parts[name]({ ...file, status }),
          () => status.current?.append(t('search.error')),
        )
      }
    >
      {text}
    </button>
  );
  return (
    <div className="search-files">
      {button('saveResults', t('search.files.csv'))}
      {button('printResults', t('search.files.print'))}
      <p role="status" ref={status} />
    </div>
  );
}
