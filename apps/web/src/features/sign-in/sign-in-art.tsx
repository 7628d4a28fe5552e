import { linePath } from "../../ui/chart/line-path.ts";

const base = [255.3, 267.7, 247.6, 260, 272.4, 250.7, 258.4, 264.6, 253.8, 261.5, 249.1, 263.1, 256.9, 266.2, 255.3, 261.5];
const now = [244.5, 201.1, 156.1, 112.7, 81.7];
const x = (index: number) => 4 + index * 34.5;

/** A weekly rate inside its usual range, then leaving it. The figures are invented. */
export function SignInArt() {
  const basePoints = base.map((y, index) => [x(index), y] as const);
  const nowPoints = now.map((y, index) => [x(base.length + index), y] as const);
  return (
    <svg className="chart art" viewBox="0 0 760 420" role="img" aria-label="A weekly rate inside its usual range, then leaving it">
      <rect className="wash" x="538.8" y="30" width="176" height="340" />
      <rect className="band" x="0" y="230.5" width="714.7" height="58.9" />
      <line className="baseline-dash" x1="0" x2="714.7" y1="260" y2="260" />
      <line className="axis" x1="0" x2="714.7" y1="370" y2="370" />
      <path className="base" d={linePath(basePoints)} />
      <path className="now" d={linePath([...basePoints.slice(-1), ...nowPoints])} />
      {basePoints.map(([cx, cy]) => (
        <circle key={cx} className="pt-base" cx={cx} cy={cy} r="3" />
      ))}
      {nowPoints.map(([cx, cy]) => (
        <g key={cx}>
          <line className="wh" x1={cx} x2={cx} y1={cy + 40.3} y2={cy - 46.5} />
          <circle className="pt-now" cx={cx} cy={cy} r="4.5" />
        </g>
      ))}
      <text className="tx-now tx-12" x="724.7" y="85.7">
        18.6%
      </text>
      <text className="tx-strong tx-12" x="724.7" y="264">
        7.1%
      </text>
      <text x="0" y="390">
        12 weeks before
      </text>
      <text className="tx-now" x="538.8" y="390">
        now
      </text>
    </svg>
  );
}
