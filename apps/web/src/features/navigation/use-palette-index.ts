"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { iconBell } from "../../ui/icon/paths/bell.ts";
import { iconFileCsv } from "../../ui/icon/paths/file-csv.ts";
import { iconListBullets } from "../../ui/icon/paths/list-bullets.ts";
import { iconWaveSine } from "../../ui/icon/paths/wave-sine.ts";
import { groupName } from "@upstream/core/schemas";
import type { FrameView } from "./frame-view.ts";
import type { Command } from "./palette-commands.ts";

const freshMilliseconds = 60_000;
const leastLetters = 3;

/** What the palette finds besides pages: open alerts, payers with their groups, files; a claim by its exact number from the server. */
export function usePaletteIndex(frame: FrameView, text: string, go: (path: string) => void): { commands: Command[]; searching: boolean } {
  const trpc = useTRPC();
  const search = useDeferredValue(text);
  const may = (permission: FrameView["permissions"][number]) => frame.permissions.includes(permission);
  const base = `/${frame.customer.slug}`;
  const kept = { staleTime: freshMilliseconds };
  const alerts = useQuery({
    ...trpc.alerts.list.queryOptions({ limit: 50, status: ["open", "acknowledged"], sort: "-impact" }),
    ...kept,
    enabled: may("alerts:read"),
  });
  const map = useQuery({ ...trpc.drift.segments.queryOptions({}), ...kept, enabled: may("drift:read") });
  const uploads = useQuery({ ...trpc.uploads.list.queryOptions({ limit: 20 }), ...kept, enabled: may("uploads:read") });
  const claims = useQuery({
    ...trpc.claims.list.queryOptions({ limit: 5, search }),
    ...kept,
    enabled: may("claims:read") && search.length >= leastLetters,
  });
  const command = (group: string, icon: string) => (id: string, name: string, path: string) => ({
    id,
    group,
    name,
    icon,
    run: () => go(`${base}${path}`),
  });
  const [toAlert, toPair, toFile, toClaim] = [
    command("Open alerts", iconBell),
    command("Payers", iconWaveSine),
    command("Files", iconFileCsv),
    command("Claims", iconListBullets),
  ];
  return {
    commands: [
      ...(alerts.data?.items ?? []).map((alert) =>
        toAlert(alert.id, `${alert.payer}, ${groupName(alert.cptGroup)}`, `/alerts/${alert.id}`),
      ),
      ...(map.data?.segments ?? []).map((pair) => toPair(...pairCommand(pair))),
      ...(uploads.data?.items ?? []).map((upload) => toFile(upload.id, upload.filename, `/uploads/${upload.id}`)),
      ...(search.length < leastLetters ? [] : (claims.data?.items ?? [])).map((claim) =>
        toClaim(claim.id, `${claim.claimNumber ?? search}, ${claim.payer}`, `/claims?claim=${claim.id}`),
      ),
    ],
    searching: alerts.isLoading || map.isLoading || uploads.isLoading || claims.isLoading,
  };
}

function pairCommand({ payer, payerId, cptGroup }: { payer: string; payerId: string; cptGroup: string | null }): [string, string, string] {
  const query = new URLSearchParams({ payer: payerId, ...(cptGroup === null ? {} : { group: cptGroup }) });
  return [`${payerId}-${cptGroup ?? "all"}`, cptGroup === null ? payer : `${payer}, ${groupName(cptGroup)}`, `/drift?${query.toString()}`];
}
