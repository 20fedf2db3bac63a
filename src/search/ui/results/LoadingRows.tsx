/** Outlines of loading rows, drawn only after a delay. Screen readers get a text instead. */
export function LoadingRows() {
  return (
    <div className="search-waiting" aria-hidden="true">
      {[1, 2, 3].map((row) => (
        <div key={row} className="search-waiting-row">
          <span className="search-waiting-title" />
          <span className="search-waiting-text" />
          <span className="search-waiting-text" />
        </div>
      ))}
    </div>
  );
}
