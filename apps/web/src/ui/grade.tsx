/** Letter grade A–F of a file or of all data. */
export function Grade({ grade }: { grade: string | null }) {
  return grade === null ? (
    <span />
  ) : (
    <span className="grade" role="img" aria-label={`Grade ${grade}`}>
      {grade}
    </span>
  );
}
