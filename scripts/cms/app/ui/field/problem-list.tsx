/** The faults of a control, which it names as its description. */
export function ProblemList({ id, problems }: { readonly id: string; readonly problems: readonly string[] }) {
  return (
    <ul id={id} className="problems" aria-live="polite">
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}
