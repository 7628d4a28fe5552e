import { Icon } from "../../ui/icon/icon.tsx";
import { iconBellSlash } from "../../ui/icon/paths/bell-slash.ts";
import { heatLegend } from "./heat.ts";

/** What the colors and marks of the map mean. */
export function HeatLegend({ unit }: { unit: "rate" | "days" }) {
  return (
    <div className="legend">
      {heatLegend(unit).map((step) => (
        <span key={step.text}>
          <i className={`sw ${step.heat ?? ""}`} />
          {step.text}
        </span>
      ))}
      <span>
        <i className="sw unsure" />
        stands out, not confirmed
      </span>
      <span>
        <i className="pin" />
        open alert
      </span>
      <span>
        <Icon d={iconBellSlash} size={14} />
        kept quiet
      </span>
      <span>
        <i className="sw few" />
        too few claims
      </span>
    </div>
  );
}
