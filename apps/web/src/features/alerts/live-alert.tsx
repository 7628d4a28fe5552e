"use client";

import { useRouter } from "next/navigation";
import { AlertBar, type Neighbours } from "./alert-bar.tsx";
import { AlertThumb } from "./alert-thumb.tsx";
import type { AlertView, JudgmentView } from "./alert-view.ts";
import { JudgmentForm } from "./judgment-form.tsx";
import { useAlertActions, useSaveJudgment } from "./queries.ts";
import type { Person } from "./view-model.ts";

type LiveBarProps = { view: AlertView; people: readonly Person[]; now: string; canAct: boolean; neighbours: Neighbours | null };

/** The bar of an alert with its way to the API. */
export function LiveAlertBar(props: LiveBarProps) {
  return <AlertBar {...props} actions={useAlertActions()} />;
}

/** The buttons under the thumb with their way to the API. */
export function LiveAlertThumb({ view, now }: { view: AlertView; now: string }) {
  return <AlertThumb view={view} now={now} actions={useAlertActions()} />;
}

/** The judgment with its way to the API; the page is shown anew once it is saved. */
export function LiveJudgment({ alertId, mine, today }: { alertId: string; mine: JudgmentView | null; today: string }) {
  const router = useRouter();
  const save = useSaveJudgment(alertId);
  return (
    <JudgmentForm
      mine={mine}
      today={today}
      save={async (judgment) => {
        const text = await save(judgment);
        router.refresh();
        return text;
      }}
    />
  );
}
