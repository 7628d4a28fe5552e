import { formatCount, formatRate } from "./format/format-number.ts";

/** A rate with its denominator: "18.6% 80 of 431". */
export function Rate({ rate, part, whole, strong }: { rate: number; part: number; whole: number; strong?: boolean | undefined }) {
  return (
    <>
      {strong ? <b className="strong">{formatRate(rate)}</b> : formatRate(rate)}{" "}
      <span className="muted">
        {formatCount(part)} of {formatCount(whole)}
      </span>
    </>
  );
}
