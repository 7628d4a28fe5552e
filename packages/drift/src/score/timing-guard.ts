/** Events of the window against those that the submitted lines should have produced by now. */
export type Incidence = { observed: number; expected: number; variance: number };
/** The finding that is asked: common movement of other payers, window over-dispersion, z and direction. */
export type TimedFinding = { common: number; commonSe: number; t2: number; z: number; direction: number };

/** Guard G2: a rate that moved only because decisions came earlier or later has no more events than expected. */
export function timingGuard(incidence: Incidence, finding: TimedFinding): { z: number; pass: boolean } {
  const expected = incidence.expected * Math.exp(finding.common);
  const spread = (finding.t2 + finding.commonSe ** 2) * expected * expected;
  const z = (incidence.observed - expected) / Math.sqrt(expected + incidence.variance + spread + 1e-9);
  return { z, pass: z * finding.direction >= Math.max(1.28, 0.55 * Math.abs(finding.z)) };
}
