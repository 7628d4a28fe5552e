"use client";

import { useQueryStates } from "nuqs";
import { useTransition, type ReactNode } from "react";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { SortSelect, type SortOption } from "../../ui/sort-select.tsx";
import { groupName } from "@upstream/core/schemas";
import { ClaimSearch, DaysChip } from "./claim-search.tsx";
import { claimParams, type claimSorts } from "./search-params.ts";

const outcomeOptions = ["paid", "denied", "pending", "reversed", "other"].map((value) => ({ value, name: value }));
const sortOptions: readonly SortOption<(typeof claimSorts)[number]>[] = [
  { value: "-decidedDate", name: "Decided, newest" },
  { value: "decidedDate", name: "Decided, oldest" },
  { value: "-submittedDate", name: "Submitted, newest" },
  { value: "submittedDate", name: "Submitted, oldest" },
];

type ClaimFiltersProps = { payers: readonly string[]; groups: readonly string[]; children: ReactNode };

/** Search and filters of the claims, kept in the address; old rows stay, dimmed, until the new ones are here. */
export function ClaimFilters({ payers, groups, children }: ClaimFiltersProps) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(claimParams, { shallow: false, startTransition });
  useKeys("Claims", [{ keys: "f", does: "Filter", run: () => document.querySelector<HTMLElement>(".filters select")?.focus() }]);
  return (
    <>
      <div className="pad filters">
        <ClaimSearch value={params.search} onChange={(search) => void setParams({ search })} />
        <DaysChip from={params.from} to={params.to} onClear={() => void setParams({ from: null, to: null })} />
        <FilterChip
          label="Payer"
          phone
          value={params.payer}
          options={payers.map((payer) => ({ value: payer, name: payer }))}
          onChange={(payer) => void setParams({ payer })}
        />
        <FilterChip
          label="Outcome"
          phone
          value={params.outcome}
          options={outcomeOptions}
          onChange={(outcome) => void setParams({ outcome: outcome as typeof params.outcome })}
        />
        <FilterChip
          label="CPT group"
          value={params.group}
          options={groups.map((group) => ({ value: group, name: groupName(group) }))}
          onChange={(group) => void setParams({ group })}
        />
        {params.reason === null ? null : (
          <FilterChip label="Reason" value={params.reason} options={[]} onChange={(reason) => void setParams({ reason })} />
        )}
        <span className="grow" />
        <SortSelect value={params.sort} options={sortOptions} onChange={(sort) => void setParams({ sort })} />
      </div>
      <div className={`claimwrap ${pending ? "dim" : ""}`} aria-busy={pending}>
        {children}
      </div>
    </>
  );
}
