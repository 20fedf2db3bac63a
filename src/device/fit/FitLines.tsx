/** What fits, what doesn't and what isn't known, a line each: told by a mark's shape and by words. */
import type { FitLine } from './fit-words';

interface Props {
  readonly lines: readonly FitLine[];
}

export function FitLines({ lines }: Props) {
  return (
    <ul className="fit-lines">
      {lines.map(({ verdict, text }) => (
        <li key={text} className={`fit-${verdict}`}>
          {text}
        </li>
      ))}
    </ul>
  );
}
