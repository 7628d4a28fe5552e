"use client";

type IconProps = {
  /** A path of the folder beside this file. */
  d: string;
  size?: 12 | 14 | 16 | 20 | undefined;
  className?: string | undefined;
};

/** One Phosphor icon in the color of its text; always decorative, words stand beside it. */
export function Icon({ d, size = 16, className = "" }: IconProps) {
  return (
    <svg className={`ic ic-${size} ${className}`} viewBox="0 0 256 256" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}
