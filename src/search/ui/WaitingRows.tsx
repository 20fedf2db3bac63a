/** Where rows are still on their way: their outlines, drawn only after a while. Those who listen are told in words. */
export function WaitingRows() {
  return (
    <div className="search-waiting" aria-hidden="true">
      {[1, 2, 3].map((row) => (
        <div key={row} className="row">
          <span className="search-waiting-when" />
          <div>
            <span className="search-waiting-title" />
            <span className="search-waiting-text" />
            <span className="search-waiting-text" />
          </div>
        </div>
      ))}
    </div>
  );
}
