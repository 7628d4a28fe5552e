import type { Permission } from "@upstream/core/schemas";
import Link from "next/link";
import type { ReactNode } from "react";
import { ForbiddenState } from "../../ui/empty-state.tsx";
import { PageSentence, type Sentence } from "../../ui/page-sentence.tsx";
import { TabRow } from "../../ui/tab-row.tsx";
import { PageBar } from "../navigation/page-bar.tsx";
import { topics } from "./topics.ts";

type SettingsFrameProps = {
  base: string;
  topic: string;
  may: (permission: Permission) => boolean;
  role: string;
  sentence: Sentence;
  children: ReactNode;
};

/** Bar, topics and the sentence of a settings page; the forbidden state where the role may not look. */
export function SettingsFrame({ base, topic, may, role, sentence, children }: SettingsFrameProps) {
  const current = topics.find((each) => each.id === topic);
  const allowed = current !== undefined && may(current.needs);
  return (
    <>
      <PageBar title={current?.name ?? "Settings"} parent={{ name: "Settings", href: `${base}/settings` }} />
      <main className="page" id="main">
        <TabRow label="Topics">
          {topics
            .filter((each) => may(each.needs))
            .map((each) => (
              <Link key={each.id} href={`${base}/settings/${each.id}`} aria-current={each.id === topic ? "page" : undefined}>
                {each.name}
              </Link>
            ))}
        </TabRow>
        {allowed ? (
          <>
            <PageSentence sentence={sentence} />
            <div className="setbody stack">{children}</div>
          </>
        ) : (
          <ForbiddenState what={current?.name ?? "This page"} who={current?.who ?? "owners and admins"} role={role} />
        )}
      </main>
    </>
  );
}
