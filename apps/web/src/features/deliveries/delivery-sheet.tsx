"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import type { DeliveryDetail } from "@upstream/alerts/schemas";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../trpc/client.tsx";
import { errorText } from "../../trpc/error-text.ts";
import { Button } from "../../ui/button.tsx";
import { formatMoment } from "../../ui/format/format-date.ts";
import { KeyValues } from "../../ui/key-values.tsx";
import { Note } from "../../ui/note.tsx";
import { Modal } from "../../ui/overlay/modal.tsx";
import { showToast } from "../../ui/overlay/toast-store.ts";
import { eventName } from "../../ui/text/event-name.ts";
import { deliveryStateName } from "./delivery-words.ts";

type DeliverySheetProps = { deliveryId: string | null; zone: string; now: string; mayReplay: boolean; onClose: () => void };

/** One message: what was sent, every attempt with its answer, and the way to send it again. */
export function DeliverySheet({ deliveryId, zone, now, mayReplay, onClose }: DeliverySheetProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const query = useQuery({
    ...trpc.deliveries.get.queryOptions({ deliveryId: (deliveryId ?? "") as never }),
    enabled: deliveryId !== null,
  });
  const replay = useMutation(
    trpc.deliveries.replay.mutationOptions({
      onSuccess: () => {
        showToast({ tone: "done", text: "The message will be sent again." });
        onClose();
        router.refresh();
      },
      onError: (error) => showToast({ tone: "failed", text: `It was not sent again. ${errorText(error)}` }),
    }),
  );
  return (
    <Modal
      open={deliveryId !== null}
      title={query.data === undefined ? "Message" : eventName(query.data.event)}
      look="sheet"
      onClose={onClose}
    >
      {query.isError ? <Note tone="bad">This message could not be loaded. Nothing was changed.</Note> : null}
      {query.data === undefined ? null : <DeliveryBody delivery={query.data} zone={zone} now={now} />}
      {mayReplay && query.data !== undefined && query.data.state !== "pending" ? (
        <Button busy={replay.isPending} onClick={() => replay.mutate({ deliveryId: (deliveryId ?? "") as never })}>
          Send it again
        </Button>
      ) : null}
    </Modal>
  );
}

function DeliveryBody({ delivery, zone, now }: { delivery: DeliveryDetail; zone: string; now: string }) {
  return (
    <>
      <KeyValues
        className="wrapped"
        pairs={[
          ["State", deliveryStateName(delivery.state)],
          ["To", delivery.target],
          ["Made", formatMoment(delivery.createdAt, zone, now)],
          [
            "Message id",
            <span className="mono" key="id">
              {delivery.messageId}
            </span>,
          ],
        ]}
      />
      <h3 className="label">Attempts</h3>
      {delivery.attempts.length === 0 ? <p className="muted">Not tried yet.</p> : null}
      <ol className="rows attempts">
        {delivery.attempts.map((attempt) => (
          <li key={attempt.attempt}>
            <span className="strong">
              {attempt.attempt}. {attempt.outcome}
            </span>{" "}
            <span className="meta num">
              {[
                attempt.status,
                attempt.error,
                attempt.durationMs === null ? null : `${attempt.durationMs} ms`,
                formatMoment(attempt.startedAt, zone, now),
              ]
                .filter((part) => part !== null)
                .join(" · ")}
            </span>
            {attempt.response === null || attempt.response === "" ? null : <pre className="mailtext code">{attempt.response}</pre>}
          </li>
        ))}
      </ol>
      <h3 className="label">What was sent</h3>
      <pre className="mailtext code sentbody" role="group" aria-label="What was sent" tabIndex={0}>
        {pretty(delivery.body)}
      </pre>
    </>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
