"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { dayInZone, formatDay } from "../../ui/format/format-date.ts";
import { formatBytes } from "../../ui/format/format-number.ts";
import { useKeys } from "../../ui/keys/use-keys.ts";
import { Note } from "../../ui/note.tsx";
import { ProgressBar } from "../../ui/progress-bar.tsx";
import { currentSending, forget, sendFiles, stopSending, subscribeSending, type Sending } from "./send-store.ts";

const none: readonly Sending[] = [];

/** The drop zone and the files on their way; leaving the site asks while one is being sent. `then` is where to go once a file is stored. */
export function UploadDesk({ slug, customer, zone, then }: { slug: string; customer: string; zone: string; then?: string | undefined }) {
  const router = useRouter();
  const sending = useSyncExternalStore(subscribeSending, currentSending, () => none);
  const open = useRef<() => void>(() => undefined);
  const onFiles = useCallback(
    (files: File[]) => sendFiles(slug, files, () => (then === undefined ? router.refresh() : router.push(then))),
    [slug, router, then],
  );
  const register = useCallback((chooser: () => void) => {
    open.current = chooser;
  }, []);
  const busy = sending.some((item) => item.state === "sending");
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [busy]);
  useKeys("Uploads", [{ keys: "u", does: "Choose a file", run: () => open.current() }]);
  return (
    <>
      <FileDrop
        customer={customer}
        hint="CSV, TSV or pipe; up to 1 GiB; any number of rows. A file sent twice changes nothing."
        onFiles={onFiles}
        register={register}
      />
      {sending.map((item) =>
        item.state === "sending" ? (
          <SendingPanel key={item.id} item={item} />
        ) : (
          <Answered key={item.id} item={item} slug={slug} zone={zone} />
        ),
      )}
    </>
  );
}

function SendingPanel({ item }: { item: Sending }) {
  return (
    <section className="panel">
      <div className="head">
        <h2 className="h trunc">{item.name}</h2>
        <span className="meta num">
          {formatBytes(item.sent)} of {formatBytes(item.bytes)} sent
        </span>
        <Button kind="ghost" size="sm" onClick={() => stopSending(item.id)}>
          Cancel
        </Button>
      </div>
      <div className="body">
        <ProgressBar share={item.bytes === 0 ? 0 : item.sent / item.bytes} label={`${item.name} is being sent`} />
      </div>
    </section>
  );
}

function Answered({ item, slug, zone }: { item: Sending; slug: string; zone: string }) {
  return (
    <Note tone={item.state === "same" ? "plain" : "bad"} live>
      <b className="strong">{item.name}</b> was not loaded.{" "}
      {item.uploadId === null ? item.text : <SentBefore uploadId={item.uploadId} slug={slug} zone={zone} />}{" "}
      <button type="button" className="link" onClick={() => forget(item.id)}>
        Close
      </button>
    </Note>
  );
}

function SentBefore({ uploadId, slug, zone }: { uploadId: string; slug: string; zone: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.uploads.get.queryOptions({ uploadId: uploadId as never }));
  const on = data === undefined ? "before" : `on ${formatDay(dayInZone(data.createdAt, zone))}`;
  return (
    <>
      You sent this file {on}. Nothing was changed.{" "}
      <Link className="link" href={`/${slug}/uploads/${uploadId}`}>
        See how it went
      </Link>
    </>
  );
}
