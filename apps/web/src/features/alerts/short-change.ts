import type { AlertDto } from "@upstream/alerts/schemas";
import type { AlertRowView } from "./view-model.ts";

const rateSentence =
  /^denied (\S+) of .*?claims decided ([^,]+), (up|down) from (\S+) of comparable claims before: .*?\(95% interval ([^)]*)\)/;
const timeSentence = /^(.*?claims) to .*? (now take about .*? to be decided) \((95% interval [^)]*)\)/i;

/** The sentence of an alert for one line: payer and group stand above it, so they are left out; other sentences stay whole. */
export function shortChange({ sentence, payer }: Pick<AlertDto, "sentence" | "payer">): Pick<AlertRowView, "change" | "evidence"> {
  const text = sentence.startsWith(`${payer} `) ? sentence.slice(payer.length + 1) : sentence;
  const rate = rateSentence.exec(text);
  if (rate !== null) {
    const [, now, days, direction, before, interval] = rate;
    const more = direction === "up" ? "more" : "less";
    return { change: `denied ${now}, ${direction} from ${before}`, evidence: `${interval} points ${more} (95% interval), decided ${days}` };
  }
  const time = timeSentence.exec(text);
  if (time !== null) return { change: `claims ${time[2]}`, evidence: time[3] ?? null };
  return { change: text, evidence: null };
}
