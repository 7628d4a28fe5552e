"use client";

import { Button } from "./button.tsx";
import { Note } from "./note.tsx";

/** A page that could not be loaded: what failed, that nothing changed, a way to try again, an id for us. */
export function FailedPage({ what, digest, retry }: { what: string; digest: string | undefined; retry: () => void }) {
  return (
    <main className="page" id="main">
      <Note tone="bad" live>
        {what} could not be loaded. Nothing was changed. Try again{digest === undefined ? "" : ", or send us request "}
        {digest === undefined ? null : <span className="mono">{digest}</span>}.
      </Note>
      <div className="rowbtn">
        <Button onClick={retry}>Try again</Button>
      </div>
    </main>
  );
}
