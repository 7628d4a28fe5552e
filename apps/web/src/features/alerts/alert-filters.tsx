"use client";

import { useQueryStates } from "nuqs";
import { useTransition, type ReactNode } from "react";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { SortSelect, type SortOption } from "../../ui/sort-select.tsx";
import { alertParams, type alertSorts } from "./search-params.ts";
import { signalOptions } from "../../ui/text/signal-name.ts";
import type { Person } from "./view-model.ts";

const severityOptions = [
  { value: "low", name: "low or more" },
  { value: "medium", name: "medium or more" },
  { value: "high", name: "high or more" },
  { value: "critical", name: "critical" },
];
const ageOptions = [
  { value: "1", name: "a day at most" },
  { value: "7", name: "a week at most" },
  { value: "30", name: "a month at most" },
];
const sortOptions: readonly SortOption<(typeof alertSorts)[number]>[] = [
  { value: "-impact", name: "Dollars at stake" },
  { value: "-raisedAt", name: "Newest first" },
  { value: "raisedAt", name: "Oldest first" },
];

/** Filters of the inbox, kept in the address; old rows stay, dimmed, until the new ones are here. */
export function AlertFilters({ payers, people, children }: { payers: readonly string[]; people: readonly Person[]; children: ReactNode }) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(alertParams, { shallow: false, startTransition });
  return (
    <>
      <div className="pad filters">
        <FilterChip
          label="Severity"
          phone
          value={params.severity}
          options={severityOptions}
          onChange={(severity) => void setParams({ severity: severity as typeof params.severity })}
        />
        <FilterChip
          label="Payer"
          phone
          value={params.payer}
          options={payers.map((payer) => ({ value: payer, name: payer }))}
          onChange={(payer) => void setParams({ payer })}
        />
        <FilterChip label="Signal" value={params.signal} options={signalOptions} onChange={(signal) => void setParams({ signal })} />
        <FilterChip
          label="Owner"
          phone
          value={params.owner}
          options={[
            ...people.map((person) => ({ value: person.id, name: person.you ? "You" : person.name })),
            { value: "none", name: "No owner" },
          ]}
          onChange={(owner) => void setParams({ owner })}
        />
        <FilterChip
          label="Age"
          value={params.age}
          options={ageOptions}
          onChange={(age) => void setParams({ age: age as typeof params.age })}
        />
        <span className="grow" />
        <SortSelect value={params.sort} options={sortOptions} onChange={(sort) => void setParams({ sort })} />
      </div>
      <div className={pending ? "dim" : ""} aria-busy={pending}>
        {children}
      </div>
    </>
  );
}
