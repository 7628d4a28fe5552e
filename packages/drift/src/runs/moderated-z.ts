import { skewZ } from "../score/count-test.ts";
import type { Moderation, WindowTest } from "../signals/signal.ts";

/** z of a test after over-dispersion and common movement; positive when the value rose. */
export function moderatedZ({ statistic, sign, variance }: WindowTest, { t2, common, commonSe }: Moderation): number {
  const extra = t2 + commonSe ** 2;
  if ("z" in statistic) return (statistic.z * Math.sqrt(variance) - common) / Math.sqrt(variance + extra);
  const { count } = statistic;
  const expected = Math.max(count.expected + sign * common * count.variance, 1e-6);
  return sign * skewZ({ ...count, expected, variance: count.variance + count.variance ** 2 * extra });
}
