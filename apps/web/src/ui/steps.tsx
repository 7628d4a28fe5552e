import { Icon } from "./icon/icon.tsx";
import { iconCheck } from "./icon/paths/check.ts";

export type Step = { name: string; state: "done" | "now" | "later" };

/** Named steps of a long work; the running one turns. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.name} className={step.state === "later" ? "" : step.state} aria-current={step.state === "now" ? "step" : undefined}>
          {step.state === "done" ? <Icon d={iconCheck} size={14} /> : <i className={`spinner ${step.state === "now" ? "" : "off"}`} />}
          <span>{step.name}</span>
        </li>
      ))}
    </ol>
  );
}
