const openAfter = 20;
const closeAfter = 3;
const probeEveryMs = 60_000;
const disableAfterMs = 5 * 24 * 3_600_000;

/** Bookkeeping of an endpoint's answers: what the circuit breaker and the automatic switch-off go by. */
export type EndpointHealth = {
  failuresInARow: number;
  failingSince: Date | null;
  isBreakerOpen: boolean;
  goodProbes: number;
  probeAt: Date | null;
  lastSuccessAt: Date | null;
};

export type EndpointOutcome = { ok: boolean; isGone: boolean; at: Date };
export type HealthStep = { health: EndpointHealth; disable: "gone" | "failing" | null };

/**
 * Health after one attempt: the breaker opens at 20 failures in a row and closes after 3 good probes; a success clears the count;
 * 410 or five days of nothing but failures switch the endpoint off.
 */
export function afterAttempt(health: EndpointHealth, outcome: EndpointOutcome): HealthStep {
  return outcome.ok ? { health: afterSuccess(health, outcome.at), disable: null } : afterFailure(health, outcome);
}

function afterSuccess(health: EndpointHealth, at: Date): EndpointHealth {
  const goodProbes = health.isBreakerOpen ? health.goodProbes + 1 : 0;
  const isBreakerOpen = health.isBreakerOpen && goodProbes < closeAfter;
  return {
    failuresInARow: 0,
    failingSince: null,
    isBreakerOpen,
    goodProbes: isBreakerOpen ? goodProbes : 0,
    probeAt: isBreakerOpen ? new Date(at.getTime() + probeEveryMs) : null,
    lastSuccessAt: at,
  };
}

function afterFailure(health: EndpointHealth, outcome: EndpointOutcome): HealthStep {
  const failuresInARow = health.failuresInARow + 1;
  const failingSince = health.failingSince ?? outcome.at;
  const isBreakerOpen = health.isBreakerOpen || failuresInARow >= openAfter;
  const next: EndpointHealth = {
    failuresInARow,
    failingSince,
    isBreakerOpen,
    goodProbes: 0,
    probeAt: isBreakerOpen ? new Date(outcome.at.getTime() + probeEveryMs) : null,
    lastSuccessAt: health.lastSuccessAt,
  };
  const isWorn = outcome.at.getTime() - failingSince.getTime() >= disableAfterMs;
  return { health: next, disable: outcome.isGone ? "gone" : isWorn ? "failing" : null };
}
