import Link from "next/link";
import { buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon/icon.tsx";
import { iconUploadSimple } from "../../ui/icon/paths/upload-simple.ts";

/** The primary button of pages that files fill. */
export function UploadLink({ href }: { href: string }) {
  return (
    <Link className={buttonClass({ kind: "primary", className: "hide-s" })} href={href}>
      <Icon d={iconUploadSimple} size={14} />
      Upload claims
    </Link>
  );
}
