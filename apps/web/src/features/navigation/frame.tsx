import type { ReactNode } from "react";
import { formatWeekday } from "../../ui/format/format-date.ts";
import type { FrameView } from "./frame-view.ts";
import { Shell } from "./shell.tsx";

/** Skip link, navigation and the page of a customer. */
export function Frame({ frame, children }: { frame: FrameView; children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <div className="app">
        <Shell frame={frame} watermark={frame.watermark === null ? null : formatWeekday(frame.watermark)} />
        <div className="main">{children}</div>
      </div>
    </>
  );
}
