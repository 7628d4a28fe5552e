import type { FormEvent, ReactNode } from "react";
import { ActStatus, type ActState } from "./act-status.tsx";
import { Button } from "./button.tsx";
import { Panel } from "./panel.tsx";

type PanelFormProps = {
  title: string;
  /** Verb and noun of its button; without one nothing can be sent. */
  verb: string | null;
  act: ActState;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** Stands below: what the answer brought. */
  after?: ReactNode;
  children: ReactNode;
};

/** A region that is one form: fields, its button, what became of it. */
export function PanelForm({ title, verb, act, onSubmit, after, children }: PanelFormProps) {
  return (
    <Panel title={title} body>
      <form className="stack g12 setbody" onSubmit={onSubmit}>
        {children}
        {verb === null ? null : (
          <div className="rowbtn">
            <Button kind="primary" type="submit" busy={act.busy !== null}>
              {verb}
            </Button>
          </div>
        )}
        <ActStatus act={act} />
      </form>
      {after}
    </Panel>
  );
}
