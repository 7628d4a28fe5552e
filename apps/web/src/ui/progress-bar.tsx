"use client";

/** Share done, 0–1, as a bar; drawn in SVG, so that no style attribute is needed. */
export function ProgressBar({ share, label }: { share: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <svg
      className="chart pbar"
      viewBox="0 0 1000 6"
      preserveAspectRatio="none"
      role="progressbar"
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-label={label}
    >
      <rect className="bar-bg" width="1000" height="6" />
      <rect className="bar-now" width={percent * 10} height="6" />
    </svg>
  );
}
