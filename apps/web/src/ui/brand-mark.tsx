"use client";

/** The mark of the product: a level that changed. */
export function BrandMark() {
  return (
    <svg className="mark" viewBox="0 0 20 20" aria-hidden="true">
      <rect x="0" y="9" width="20" height="6" rx="1.5" className="mark-band" />
      <path d="M1 12 H8.5 L12 4.5 H19" className="mark-line" />
    </svg>
  );
}
