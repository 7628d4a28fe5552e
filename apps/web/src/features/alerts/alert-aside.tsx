import type { ReactNode } from "react";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconCaretRight } from "../../ui/icon/paths/caret-right.ts";
import { iconFingerprint } from "../../ui/icon/paths/fingerprint.ts";
import { Kbd } from "../../ui/key-hint.tsx";
import { KeyValues } from "../../ui/key-values.tsx";
import { Section } from "../../ui/panel.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { verdictName } from "./alert-words.ts";
import type { AlertView } from "./alert-view.ts";

/** Judgment, next steps, history, and how to repeat the result. */
export function AlertAside({ view, form }: { view: AlertView; form: ReactNode | null }) {
  return (
    <aside className="stack rail" aria-label="Judgment and history">
      <section className="panel judge" id="judge">
        <div className="head">
          <h2 className="h">{form === null ? "Judgment" : "Your judgment"}</h2>
          {form === null ? null : (
            <span className="meta">
              <Kbd>V</Kbd>
            </span>
          )}
        </div>
        {form ?? (
          <p className="body muted">
            {view.mine === null ? "Your role reads alerts; analysts and admins judge them." : verdictName(view.mine.verdict)}
          </p>
        )}
        {view.others.length === 0 ? null : (
          <ul className="body rows others">
            {view.others.map((other) => (
              <li key={other.name} className="meta">
                <b className="strong">{other.name}</b>: {other.text}
              </li>
            ))}
          </ul>
        )}
      </section>
      {view.nextSteps.length === 0 ? null : (
        <Section title="Next steps">
          <ol className="todo">
            {view.nextSteps.map((step) => (
              <li key={step.title}>
                <div>
                  <span className="strong">{step.title}</span>
                  <span className="meta">{step.detail}</span>
                </div>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title="History">
        <Timeline entries={view.history} />
      </Section>
      <details className="panel det">
        <summary>
          <Icon d={iconFingerprint} size={14} />
          Repeat this result
          <span className="grow" />
          <Icon d={iconCaretRight} size={14} />
        </summary>
        <div className="body">
          <KeyValues
            className="repeat"
            pairs={view.repeat.map(
              ([name, value]) =>
                [
                  name,
                  <span className="mono" key={name}>
                    {value}
                  </span>,
                ] as const,
            )}
          />
        </div>
      </details>
    </aside>
  );
}
