"use client";

import Link from "next/link";
import { multipleLabel, SmallMultiple } from "../../ui/chart/small-multiple.tsx";
import { Spark } from "../../ui/chart/spark.tsx";
import { formatRate } from "../../ui/format/format-number.ts";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconTrendDown } from "../../ui/icon/paths/trend-down.ts";
import { Section } from "../../ui/panel.tsx";
import { SeverityGlyph } from "../../ui/severity.tsx";
import type { OverviewView, PayerView } from "./view-model.ts";

type Payers = NonNullable<OverviewView["payers"]>;

/** Denial rate of every payer on one scale; quiet payers muted. */
export function PayerMultiples({ payers }: { payers: Payers }) {
  return (
    <Section title="Denial rate, every payer" legend={<MultiplesLegend />} meta="Denied ÷ (paid + denied), by week decided">
      <div className="smg">
        {payers.list.map((payer) => (
          <Multiple key={payer.payer} payer={payer} payers={payers} />
        ))}
      </div>
    </Section>
  );
}

function MultiplesLegend() {
  return (
    <span className="legend">
      <span>
        <svg className="chart" width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
          <rect className="band" width="18" height="8" />
        </svg>
        usual range
      </span>
      <span>
        <svg className="chart" width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
          <path className="now" d="M0 4H18" />
        </svg>
        last 4 weeks
      </span>
    </span>
  );
}

function Multiple({ payer, payers }: { payer: PayerView; payers: Payers }) {
  return (
    <Link className="smc" href={payer.href}>
      <div className="t">
        <span className={`trunc ${payer.direction === null ? "muted" : "strong"}`}>{payer.payer}</span>
        <span className="grow" />
        {payer.direction === "better" ? (
          <span className="c-good">
            <Icon d={iconTrendDown} />
          </span>
        ) : payer.severity === null ? null : (
          <SeverityGlyph severity={payer.severity} />
        )}
      </div>
      <div className="v">
        <span className="big num">{formatRate(payer.now)}</span>
        <span className="meta num">
          {payer.direction === null ? "usual" : payer.now > payer.usual ? "up from" : "down from"} {formatRate(payer.usual)}
        </span>
      </div>
      <span className="only-s smspark">
        <Spark {...payer.series} width={128} height={32} />
      </span>
      <SmallMultiple
        {...payer.series}
        unit="rate"
        max={payers.max}
        firstLabel={payers.firstLabel}
        nowLabel={payers.nowLabel}
        label={multipleLabel(payer.payer, "denial rate", "rate", payer)}
      />
    </Link>
  );
}
