const widths = ["s2", "s4", "s2", "s4"];

/** Grey rows of the height of the real ones. */
export function SkeletonRows({ count = 6 }: { count?: number | undefined }) {
  return (
    <div className="panel" aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <div className="skrow" key={index}>
          <i className="skel s1" />
          <i className={`skel ${widths[index % widths.length] ?? "s2"}`} />
          <i className="skel s3" />
        </div>
      ))}
    </div>
  );
}

/** A page while it loads: the sentence, then rows. */
export function SkeletonPage({ what }: { what: string }) {
  return (
    <main className="page late" id="main" aria-busy="true">
      <p className="sr" role="status">
        {what} are loading.
      </p>
      <div className="stack g12" aria-hidden="true">
        <i className="skel line1" />
        <i className="skel line2" />
      </div>
      <SkeletonRows count={8} />
    </main>
  );
}
