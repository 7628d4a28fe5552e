"use client";

import { severities, severityName, type Severity } from "./severity-scale.ts";

/** Shape of a severity: one, two or three bars, a filled octagon for critical. */
export function SeverityGlyph({ severity, quiet }: { severity: Severity; quiet?: boolean | undefined }) {
  const spoken = quiet ? { "aria-hidden": true as const } : { role: "img", "aria-label": severityName(severity) };
  return (
    <svg className={`sevg c-${severity}`} viewBox="0 0 16 16" {...spoken}>
      {severity === "critical" ? <Octagon /> : <Bars count={severities.indexOf(severity) + 1} />}
    </svg>
  );
}

function Octagon() {
  return (
    <>
      <path className="solid" d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" />
      <rect className="mark" x="7.1" y="4" width="1.8" height="5" rx=".9" />
      <circle className="mark" cx="8" cy="11.4" r="1.1" />
    </>
  );
}

function Bars({ count }: { count: number }) {
  return (
    <>
      <rect className="on" x="1.5" y="10" width="3.5" height="4" rx="1" />
      <rect className={count > 1 ? "on" : "off"} x="6.25" y="6.5" width="3.5" height="7.5" rx="1" />
      <rect className={count > 2 ? "on" : "off"} x="11" y="3" width="3.5" height="11" rx="1" />
    </>
  );
}

/** Shape and word. */
export function SeverityLabel({ severity }: { severity: Severity }) {
  return (
    <span className={`sev c-${severity}`}>
      <SeverityGlyph severity={severity} quiet />
      {severityName(severity)}
    </span>
  );
}

/** Shape and a count, for totals by severity. */
export function SeverityCount({ severity, count }: { severity: Severity; count: number }) {
  return (
    <span className={`sev c-${severity}`}>
      <SeverityGlyph severity={severity} />
      {count}
    </span>
  );
}
