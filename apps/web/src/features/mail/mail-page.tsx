import Link from "next/link";
import { plural } from "../../ui/format/format-number.ts";
import { PageSentence } from "../../ui/page-sentence.tsx";
import { KeyValues } from "../../ui/key-values.tsx";
import type { CaughtMail } from "./read-mail.ts";

/** Caught mail: list left, the open message as text right. */
export function MailPage({ mail, open }: { mail: readonly CaughtMail[]; open: CaughtMail | null }) {
  return (
    <main className="page" id="main">
      <h1 className="h">Mail catcher</h1>
      <PageSentence
        sentence={[
          { b: `${mail.length} ${plural(mail.length, "message", "messages")}` },
          ` ${plural(mail.length, "was", "were")} caught here instead of being sent.`,
        ]}
      />
      <div className="split mailsplit">
        <ul className="rows panel maillist">
          {mail.length === 0 ? <li className="muted">No message yet.</li> : null}
          {mail.map((message) => (
            <li key={message.id}>
              <Link href={`/dev/mail?id=${encodeURIComponent(message.id)}`} aria-current={message.id === open?.id ? "true" : undefined}>
                <span className="strong trunc blk">{message.subject}</span>
                <span className="meta trunc blk">
                  {message.to} {message.date === null ? "" : `· ${message.date.replace("T", " ").slice(0, 16)} UTC`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
        {open === null ? null : (
          <article className="panel" aria-label={open.subject}>
            <div className="head">
              <h2 className="h trunc">{open.subject}</h2>
            </div>
            <div className="body stack g12">
              <KeyValues
                className="wrapped"
                pairs={[
                  ["From", open.from],
                  ["To", open.to],
                ]}
              />
              <pre className="mailtext">{open.text}</pre>
            </div>
          </article>
        )}
      </div>
    </main>
  );
}
