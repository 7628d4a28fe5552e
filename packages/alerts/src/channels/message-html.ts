import type { Severity } from "../alert-rules/rule-schemas.ts";
import type { ChannelMessage, MessageAlert } from "./message.ts";
import { disabledSentence, headline, listIntro, sessionEndedText, severityWord, urgencyWord } from "./message-text.ts";

const ink = "#1c2030";
const quiet = "#5c6275";
const line = "#e3e5ec";
const tones: Record<Severity, string> = { low: "#5c6275", medium: "#8a6100", high: "#b3421a", critical: "#a1122f" };

/** The message as an HTML page: inline styles only, no image, no script, nothing loaded from elsewhere. */
export function htmlPage(message: ChannelMessage): string {
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escape(headline(message))}</title></head>`,
    `<body style="margin:0;padding:24px;background:#ffffff;color:${ink};font:14px/21px -apple-system,'Segoe UI',Roboto,Arial,sans-serif">`,
    `<div style="max-width:600px;margin:0 auto">${content(message)}`,
    `<p style="margin:32px 0 0;color:${quiet};font-size:12px">Sent by Upstream. It holds no patient data.</p></div></body></html>`,
  ].join("");
}

function content(message: ChannelMessage): string {
  switch (message.kind) {
    case "alert":
      return wholeAlert(message.alert);
    case "history":
    case "digest":
      return `${title(`${headline(message)}.`)}${paragraph(listIntro(message.kind))}${message.alerts.map(briefAlert).join("")}${link(message.url, "See all alerts")}`;
    case "test":
      return `${title(headline(message))}${paragraph("Alerts will arrive here.")}${link(message.url, "See channels")}`;
    case "endpoint-disabled":
      return `${title(headline(message))}${paragraph(disabledSentence(message))}${paragraph("Nothing was dropped: its messages wait until it is resumed.")}${link(message.url, "See webhooks")}`;
    case "session-ended":
      return `${title(headline(message))}${paragraph(sessionEndedText)}${link(message.url, "Sign in")}`;
  }
}

function wholeAlert(alert: MessageAlert): string {
  const rows = alert.figures.map((row) => `<tr>${cell(row.label, quiet)}${cell(row.before, ink)}${cell(row.now, ink)}</tr>`).join("");
  const figures =
    rows === ""
      ? ""
      : `<table style="width:100%;border-collapse:collapse;margin:16px 0"><tr>${cell("", quiet)}${cell("Before", quiet)}${cell("Now", quiet)}</tr>${rows}</table>`;
  const sources = alert.sources.length === 0 ? "" : `${heading("Where it comes from")}${list(alert.sources.map(escape))}`;
  const steps = alert.nextSteps.map((step) => `<b>${urgencyWord(step.urgency)}: ${escape(step.title)}</b><br>${escape(step.detail)}`);
  return [
    severityLine(alert),
    title(alert.sentence),
    alert.impact === null ? "" : paragraph(alert.impact),
    figures,
    sources,
    steps.length === 0 ? "" : `${heading("Next steps")}${list(steps)}`,
    link(alert.url, "Open the alert"),
  ].join("");
}

function briefAlert(alert: MessageAlert): string {
  return `<div style="border-top:1px solid ${line};padding:12px 0">${severityLine(alert)}<a href="${escape(alert.url)}" style="color:${ink}">${escape(alert.sentence)}</a>${alert.impact === null ? "" : paragraph(alert.impact)}</div>`;
}

function severityLine(alert: MessageAlert): string {
  return `<p style="margin:0 0 4px;font-size:12px;color:${tones[alert.severity]}"><b>${severityWord(alert.severity)}</b> <span style="color:${quiet}">${escape(alert.segment)}</span></p>`;
}

function title(text: string): string {
  return `<h1 style="margin:0 0 12px;font-size:18px;line-height:26px;font-weight:600">${escape(text)}</h1>`;
}

function heading(text: string): string {
  return `<h2 style="margin:20px 0 6px;font-size:14px;font-weight:600">${escape(text)}</h2>`;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 12px">${escape(text)}</p>`;
}

function list(items: readonly string[]): string {
  return `<ul style="margin:0;padding-left:18px">${items.map((item) => `<li style="margin:0 0 6px">${item}</li>`).join("")}</ul>`;
}

function cell(text: string, color: string): string {
  return `<td style="padding:6px 8px 6px 0;border-bottom:1px solid ${line};color:${color}">${escape(text)}</td>`;
}

function link(url: string, text: string): string {
  return `<p style="margin:20px 0 0"><a href="${escape(url)}" style="display:inline-block;padding:7px 14px;background:${ink};color:#ffffff;text-decoration:none;border-radius:6px">${escape(text)}</a></p>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
