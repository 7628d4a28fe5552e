import type { AlertRuleDto } from "@upstream/alerts/schemas";
import { groupName } from "@upstream/core/schemas";
import { formatEstimate } from "../../ui/format/format-money.ts";
import { countWordFirst, plural } from "../../ui/format/format-number.ts";
import type { Sentence } from "../../ui/page-sentence.tsx";
import { signalName } from "../../ui/text/signal-name.ts";

const directions = { worse: "is worse", better: "is better", any: "changes" } as const;

/** A rule in words: "Alert when denial rate of any payer in Imaging is worse, severity medium or more; tell all channels." */
export function ruleSentence(rule: AlertRuleDto): Sentence {
  const signals = rule.signals.length === 0 ? "any signal" : rule.signals.map((signal) => signalName(signal).toLowerCase()).join(" or ");
  const payers = rule.payers.length === 0 ? "any payer" : rule.payers.join(" or ");
  const groups = rule.cptGroups.length === 0 ? [] : [" in ", { b: rule.cptGroups.map(groupName).join(" or ") }];
  const impact = rule.minImpactCents === null ? [] : [", at least ", { b: `${formatEstimate(rule.minImpactCents)} a month` }];
  const channels = rule.usesAllChannels
    ? "all channels"
    : `${rule.channelIds.length} ${plural(rule.channelIds.length, "channel", "channels")}`;
  return [
    "Alert when ",
    { b: signals },
    " of ",
    { b: payers },
    ...groups,
    " ",
    { b: directions[rule.direction] },
    ", severity ",
    { b: rule.minSeverity === "critical" ? "critical" : `${rule.minSeverity} or more` },
    ...impact,
    "; tell ",
    { b: channels },
    ".",
  ];
}

/** First sentence of the rules page. */
export function rulesSentence(rules: readonly AlertRuleDto[]): Sentence {
  const on = rules.filter((rule) => rule.isEnabled).length;
  if (on === 0) return [{ b: "No rule is on." }, " Changes are found, but nobody is told."];
  return [
    { b: `${countWordFirst(on)} ${plural(on, "rule is", "rules are")} on.` },
    " A change that no rule matches stays in the drift explorer.",
  ];
}
