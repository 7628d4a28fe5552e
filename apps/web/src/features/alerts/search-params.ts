import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const alertTabs = ["inbox", "resolved", "quiet", "all"] as const;
export const alertSorts = ["-impact", "-raisedAt", "raisedAt"] as const;

/** What the address of the inbox says. */
export const alertParams = {
  tab: parseAsStringLiteral(alertTabs).withDefault("inbox"),
  severity: parseAsStringLiteral(["low", "medium", "high", "critical"] as const),
  payer: parseAsString,
  signal: parseAsString,
  owner: parseAsString,
  /** Raised at most so many days ago. */
  age: parseAsStringLiteral(["1", "7", "30"] as const),
  sort: parseAsStringLiteral(alertSorts).withDefault("-impact"),
};

export const loadAlertParams = createLoader(alertParams);
export type AlertParams = Awaited<ReturnType<typeof loadAlertParams>>;
