"use client";

import type { PreferencesDto } from "@upstream/tenancy/schemas";
import { useTRPCClient } from "../../trpc/client.tsx";
import { useAct } from "../../trpc/use-act.ts";
import { ActStatus } from "../../ui/act-status.tsx";
import { Panel } from "../../ui/panel.tsx";

/** What only this person sees: single keys on or off. */
export function PreferencesForm({ preferences }: { preferences: PreferencesDto }) {
  const client = useTRPCClient();
  const act = useAct();
  return (
    <Panel title="You" body>
      <label className="row8">
        <input
          type="checkbox"
          role="switch"
          className="switch"
          defaultChecked={preferences.singleKeys}
          onChange={(event) => void act.run("save", () => client.preferences.update.mutate({ singleKeys: event.target.checked }), "Saved.")}
        />
        Single keys, such as J, K and A
      </label>
      <p className="hint">Keys with Ctrl work in any case. Press ? to see the keys of a page.</p>
      <ActStatus act={act} />
    </Panel>
  );
}
