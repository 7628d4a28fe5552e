"use client";

import { useQueryStates } from "nuqs";
import { useTransition, type ReactNode } from "react";
import { FilterChip } from "../../ui/filter-chip.tsx";
import { auditParams } from "./search-params.ts";

const entities = ["alert", "api_key", "channel", "claim", "customer", "drift_run", "endpoint", "mapping", "member", "session", "upload"];

/** Filters of the audit log, kept in the address. */
export function AuditFilters({ children }: { children: ReactNode }) {
  const [pending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(auditParams, { shallow: false, startTransition });
  return (
    <>
      <div className="filters">
        <FilterChip
          label="About"
          phone
          value={params.entity}
          options={entities.map((value) => ({ value, name: value.replaceAll("_", " ") }))}
          onChange={(entity) => void setParams({ entity })}
        />
        {params.action === null ? null : (
          <FilterChip label="Action" phone value={params.action} options={[]} onChange={(action) => void setParams({ action })} />
        )}
      </div>
      <div className={pending ? "dim" : ""} aria-busy={pending}>
        {children}
      </div>
    </>
  );
}
