import type { ReactNode } from "react";
import type { CompareRow } from "../../ui/evidence/compare-table.tsx";
import type { CauseView } from "../../ui/evidence/other-causes.ts";
import type { TimelineEntry } from "../../ui/timeline.tsx";
import type { SampleClaim } from "../../ui/evidence/sample-claims.tsx";
import type { SlicesView } from "../../ui/evidence/slice-table.tsx";
import type { Trend } from "../../ui/chart/trend.ts";
import type { HeatRow } from "../../ui/heat-map.tsx";
import type { Sentence } from "../../ui/page-sentence.tsx";
import type { Segment } from "../../ui/segmented.tsx";
import type { Severity } from "../../ui/severity-scale.ts";

export type MovementState = "opened" | "continuing" | "worsened" | "recovered";

/** A change that began at some look and lives until it is back to normal. */
export type MovementView = {
  id: string;
  href: string;
  severity: Severity;
  harm: boolean;
  payer: string;
  group: string;
  before: string;
  now: string;
  /** Difference in the unit of the signal, with its interval. */
  difference: string;
  value: number;
  low: number;
  high: number;
  money: string;
  since: string;
  state: MovementState;
};

/** What the side panel tells about one cell. */
export type CellView = {
  title: string;
  severity: Severity | null;
  trend: Trend | null;
  pairs: readonly (readonly [ReactNode, ReactNode])[];
  alertHref: string | null;
  eventHref: string | null;
  claimsHref: string;
  note: string | null;
};

export type DriftView = {
  sentence: Sentence;
  signal: string;
  signals: readonly Segment[];
  asOf: string | null;
  unitName: string;
  groups: readonly { id: string; name: string }[];
  rows: readonly HeatRow[];
  selected: { row: string; group: string } | null;
  cell: CellView | null;
  movements: readonly MovementView[];
  scale: readonly [number, number];
};

export type DriftEventView = {
  id: string;
  title: string;
  signal: string;
  sentence: Sentence;
  severity: Severity;
  state: MovementState;
  since: string;
  /** How sure it is, in words. */
  confidence: string | null;
  causes: readonly CauseView[];
  life: readonly TimelineEntry[];
  trend: Trend | null;
  immatureShare: number | null;
  windows: { before: string; now: string };
  compare: readonly CompareRow[];
  slices: SlicesView | null;
  claims: { list: readonly SampleClaim[]; all: string };
  alertHref: string | null;
  facts: readonly (readonly [string, ReactNode])[];
};
