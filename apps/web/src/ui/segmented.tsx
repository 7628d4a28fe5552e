"use client";

export type Segment = { id: string; name: string; count?: number | undefined };

/** A few choices beside each other, one pressed. */
export function Segmented({
  label,
  segments,
  value,
  onChange,
  small,
}: {
  label: string;
  segments: readonly Segment[];
  value: string;
  onChange: (id: string) => void;
  small?: boolean | undefined;
}) {
  return (
    <div className={`seg ${small ? "sm" : ""}`} role="group" aria-label={label}>
      {segments.map((segment) => (
        <button key={segment.id} type="button" aria-pressed={segment.id === value} onClick={() => onChange(segment.id)}>
          {segment.name}
          {segment.count ? <span className="n"> {segment.count}</span> : null}
        </button>
      ))}
    </div>
  );
}
