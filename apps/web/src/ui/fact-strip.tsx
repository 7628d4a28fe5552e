import type { ReactNode } from "react";

export type Fact = { label: string; figure: ReactNode; lines: ReactNode; phone: boolean };

/** Up to five facts split by hairlines; only those marked `phone` stay on a phone. */
export function FactStrip({ label, facts }: { label: string; facts: readonly Fact[] }) {
  return (
    <section className="facts" aria-label={label}>
      {facts.map((fact) => (
        <div key={fact.label} className={fact.phone ? "" : "hide-s"}>
          <span className="label">{fact.label}</span>
          <span className="figure">{fact.figure}</span>
          {fact.lines}
        </div>
      ))}
    </section>
  );
}
