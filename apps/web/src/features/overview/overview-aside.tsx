import Link from "next/link";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconCheckCircleFill } from "../../ui/icon/paths/check-circle-fill.ts";
import { iconWarningFill } from "../../ui/icon/paths/warning-fill.ts";
import { Section } from "../../ui/panel.tsx";
import type { OverviewView } from "./view-model.ts";

/** Do first, the latest files, and what we kept quiet. */
export function OverviewAside({ view }: { view: OverviewView }) {
  return (
    <aside className="stack" aria-label="Next to do">
      {view.doFirst.length === 0 ? null : (
        <Section title="Do first">
          <ol className="todo">
            {view.doFirst.map((item) => (
              <li key={item.title}>
                <Link href={item.href}>
                  <span className="strong">{item.title}</span>
                  <span className="meta">{item.why}</span>
                </Link>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {view.files.length === 0 ? null : (
        <Section title="Latest files">
          <ul className="src rows">
            {view.files.map((file) => (
              <li key={file.id}>
                <span className={file.ok ? "c-good" : "c-medium"}>
                  <Icon d={file.ok ? iconCheckCircleFill : iconWarningFill} />
                </span>
                <Link className="grow trunc" href={file.href}>
                  {file.name}
                </Link>
                <span className={`meta num ${file.ok ? "" : "c-medium"}`}>{file.when}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.keptQuiet === null ? null : (
        <Section title="Kept quiet">
          <p className="muted">
            {view.keptQuiet.text}{" "}
            <Link className="link" href={view.keptQuiet.href}>
              See why
            </Link>
          </p>
        </Section>
      )}
    </aside>
  );
}
