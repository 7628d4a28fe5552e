"use client";

import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconArrowsClockwise } from "../../ui/icon/paths/arrows-clockwise.ts";
import { useLookAgain } from "./use-look-again.ts";

/** Looks at all payers again now. */
export function LookAgainButton() {
  const [busy, setBusy] = useState(false);
  const lookAgain = useLookAgain();

  async function press() {
    setBusy(true);
    await lookAgain();
    setBusy(false);
  }
  return (
    <Button className="hide-s" busy={busy} onClick={() => void press()}>
      <Icon d={iconArrowsClockwise} size={14} />
      Look again
    </Button>
  );
}
