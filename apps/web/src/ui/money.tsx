import { formatEstimate, formatEstimateRange, formatExactCents } from "./format/format-money.ts";

export type MoneyEstimate = {
  cents: number;
  lowCents: number | null;
  highCents: number | null;
  /** Lost each month, or held back by slow decisions; the two are never added. */
  unit: "a month" | "held back" | "better a month";
};

/** Estimated dollars with unit and interval on a second line. */
export function Money({ estimate, fallback = "Not known" }: { estimate: MoneyEstimate | null; fallback?: string | undefined }) {
  if (estimate === null) {
    return (
      <div className="money">
        <span className="muted">{fallback}</span>
      </div>
    );
  }
  return (
    <div className="money">
      <span className="strong num">{formatEstimate(estimate.cents)}</span> <span className="meta num">{estimate.unit}</span>
      {estimate.lowCents === null || estimate.highCents === null ? null : (
        <span className="meta num iv">{formatEstimateRange(estimate.lowCents, estimate.highCents)}</span>
      )}
    </div>
  );
}

/** A list amount to the cent; a dash where there is none. */
export function ExactMoney({ cents }: { cents: number | null }) {
  return cents === null ? <span className="faint">–</span> : <>{formatExactCents(cents)}</>;
}
