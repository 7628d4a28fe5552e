import { Icon } from "../icon/icon.tsx";
import { iconCheck } from "../icon/paths/check.ts";
import { iconWarning } from "../icon/paths/warning.ts";
import { Section } from "../panel.tsx";
import type { CauseView } from "./other-causes.ts";

/** What else could have made a change: a tick where it is ruled out, a doubt where it is not. */
export function CauseList({ causes }: { causes: readonly CauseView[] }) {
  return (
    <Section title="Could it be something else?">
      <ul className="panel checks">
        {causes.map((cause) => (
          <li key={cause.title}>
            <span className={cause.isRuledOut ? "c-good" : "c-medium"}>
              <Icon d={cause.isRuledOut ? iconCheck : iconWarning} />
              <span className="sr">{cause.isRuledOut ? "Ruled out:" : "In doubt:"}</span>
            </span>
            <div>
              <span className="strong">{cause.title}</span> <span className="muted">{cause.text}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
