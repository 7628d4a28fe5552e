"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { polling, useTRPC, useTRPCClient } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { toUploadView, type UploadScene } from "./to-upload-view.ts";
import { UploadProgress } from "./upload-progress.tsx";
import { VoidDialog } from "./void-dialog.tsx";

const everyMs = 1_000;

/** A running file, asked for every second; the page is asked for again when it ends. */
export function LiveUpload({ uploadId, scene, mayCancel }: { uploadId: string; scene: UploadScene; mayCancel: boolean }) {
  const trpc = useTRPC();
  const router = useRouter();
  const { data } = useQuery({
    ...trpc.uploads.get.queryOptions({ uploadId: uploadId as never }, { trpc: polling }),
    refetchInterval: ({ state }) => (state.data !== undefined && toUploadView(state.data, scene).state !== "running" ? false : everyMs),
  });
  const view = data === undefined ? null : toUploadView(data, scene);
  const isOver = view !== null && view.state !== "running";
  useEffect(() => {
    if (isOver) router.refresh();
  }, [isOver, router]);
  const cancel = useMutation(trpc.uploads.cancel.mutationOptions({ onSuccess: () => router.refresh() }));
  if (view === null || isOver) return null;
  return (
    <UploadProgress
      upload={view}
      cancel={
        mayCancel ? (
          <Button kind="ghost" size="sm" busy={cancel.isPending} onClick={() => cancel.mutate({ uploadId: uploadId as never })}>
            Cancel
          </Button>
        ) : null
      }
    />
  );
}

/** Voids a file through the API and shows the page anew. */
export function LiveVoid({ uploadId, name }: { uploadId: string; name: string }) {
  const client = useTRPCClient();
  const router = useRouter();
  const run = async () => {
    await client.uploads.void.mutate({ uploadId: uploadId as never });
    router.refresh();
  };
  return <VoidDialog name={name} run={run} />;
}
