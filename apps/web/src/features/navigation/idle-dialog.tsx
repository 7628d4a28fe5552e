"use client";

import { plural } from "../../ui/format/format-number.ts";
import { Button } from "../../ui/button.tsx";
import { Modal } from "../../ui/overlay/modal.tsx";
import { signOut } from "./sign-out.ts";
import { useIdle } from "./use-idle.ts";

/** Counts the last minute before a sign-out down; drafts are not kept, and the dialog says so. */
export function IdleDialog() {
  const { state, stay } = useIdle();
  const left = state.kind === "warned" ? state.secondsLeft : 0;
  return (
    <Modal
      open={state.kind === "warned"}
      title={`You will be signed out in ${left} ${plural(left, "second", "seconds")}`}
      description="Unsaved notes will be lost."
      onClose={stay}
    >
      <p className="sr" role="alert">
        You will be signed out in a minute. Unsaved notes will be lost.
      </p>
      <div className="rowbtn">
        <Button kind="primary" autoFocus onClick={stay}>
          Stay signed in
        </Button>
        <Button onClick={() => void signOut()}>Sign out now</Button>
      </div>
    </Modal>
  );
}
