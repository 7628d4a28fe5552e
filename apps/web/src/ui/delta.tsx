import { formatDecimal, formatSigned } from "./format/format-number.ts";

type DeltaProps = {
  /** Difference in the unit, for rates in points. */
  value: number;
  low?: number | null | undefined;
  high?: number | null | undefined;
  unit?: string | undefined;
  /** Whether the change harms, helps or cannot be told from none. */
  meaning: "worse" | "better" | "unclear";
  tone?: string | undefined;
};

/** What a screen reader says for a difference: "11.5 points more, likely between 7.3 and 15.9, worse". */
export function speakDelta({ value, low, high, unit = "points", meaning }: DeltaProps): string {
  const range = low === null || low === undefined || high === null || high === undefined ? "" : `, likely between ${formatDecimal(low)} and ${formatDecimal(high)}`;
  return `${formatDecimal(Math.abs(value))} ${unit} ${value < 0 ? "less" : "more"}${range}${meaning === "unclear" ? "" : `, ${meaning}`}`;
}

/** A signed difference: seen as "+11.5 points", spoken with direction and interval. */
export function Delta(props: DeltaProps) {
  const tone = props.meaning === "unclear" ? "muted" : `strong ${props.tone ?? (props.meaning === "better" ? "c-good" : "")}`;
  return (
    <span className={`num ${tone}`}>
      <span aria-hidden="true">
        {formatSigned(props.value)}
        {props.unit === "" ? "" : ` ${props.unit ?? "points"}`}
      </span>
      <span className="sr">{speakDelta(props)}</span>
    </span>
  );
}
