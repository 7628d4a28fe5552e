import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconFadersHorizontal } from "../../ui/icon/paths/faders-horizontal.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { AlertFilters } from "./alert-filters.tsx";
import { AlertTabs } from "./alert-tabs.tsx";
import { alertsSentence, type AlertSums } from "./alerts-sentence.ts";
import type { AlertParams } from "./search-params.ts";
import type { Person } from "./view-model.ts";

type AlertsPageProps = {
  base: string;
  tab: AlertParams["tab"];
  sums: AlertSums;
  quiet: number;
  payers: readonly string[];
  people: readonly Person[];
  mayRules: boolean;
  /** The list, wired. */
  children: ReactNode;
};

/** What waits for whom. */
export function AlertsPage({ base, tab, sums, quiet, payers, people, mayRules, children }: AlertsPageProps) {
  return (
    <>
      <PageBar title="Alerts">
        {mayRules ? (
          <Link className={buttonClass({ className: "hide-s" })} href={`${base}/settings/alert-rules`}>
            <Icon d={iconFadersHorizontal} size={14} />
            Rules
          </Link>
        ) : null}
      </PageBar>
      <main className="page flush" id="main">
        <div className="pad">
          <PageSentence sentence={alertsSentence(sums)} />
        </div>
        <AlertTabs tab={tab} base={base} open={sums.open} quiet={quiet} />
        {tab === "quiet" ? (
          children
        ) : (
          <AlertFilters payers={payers} people={people}>
            {children}
          </AlertFilters>
        )}
      </main>
      <footer className="hints">
        <KeyHint keys={["J", "K"]}>move</KeyHint>
        <KeyHint keys={["X"]}>select</KeyHint>
        <KeyHint keys={["Shift X"]}>select to here</KeyHint>
        <KeyHint keys={["Enter"]}>open</KeyHint>
        <KeyHint keys={["Z"]}>undo</KeyHint>
        <span className="grow" />
        <KeyHint keys={["?"]}>all keys</KeyHint>
      </footer>
    </>
  );
}

type NoAlertsProps = { tab: AlertParams["tab"]; isCompared: boolean; filtered: boolean; base: string };

/** A tab without rows: nothing there yet, nothing there, or nothing behind the filters. */
export function NoAlerts({ tab, isCompared, filtered, base }: NoAlertsProps) {
  const { title, text } = filtered ? noMatch : isCompared ? nothing[tab] : nothing.all;
  const address = tab === "inbox" ? `${base}/alerts` : `${base}/alerts?tab=${tab}`;
  return (
    <div className="pad">
      <EmptyState
        title={title}
        action={
          <Link className="link" href={filtered ? address : `${base}/drift`}>
            {filtered ? "Show all of them" : "See how small a change we would notice"}
          </Link>
        }
      >
        {text}
      </EmptyState>
    </div>
  );
}

const noMatch = { title: "No alert matches these filters.", text: "Take a filter away to see more." };
const usual = "Every payer and group pair behaves as usual, or somebody has dealt with it.";
const nothing: Record<AlertParams["tab"], { title: string; text: string }> = {
  inbox: { title: "Nothing waits for you.", text: usual },
  resolved: { title: "Nothing was resolved yet.", text: "Alerts that are done stand here, with how they ended." },
  quiet: {
    title: "Nothing is kept quiet.",
    text: "Findings that were muted, or held because a like one was sent, stand here with the reason.",
  },
  all: { title: "There was no alert yet.", text: "An alert is raised when a payer behaves differently from its own earlier weeks." },
};
