import { refusalText } from "./failure-text.ts";
import { uploadAddress } from "./upload-address.ts";

export type Sending = {
  id: number;
  name: string;
  bytes: number;
  sent: number;
  state: "sending" | "same" | "refused";
  /** Id of the upload once the server has the file. */
  uploadId: string | null;
  /** What happened and what to do, when it was refused. */
  text: string | null;
};

let next = 1;
let list: readonly Sending[] = [];
const listeners = new Set<() => void>();
const requests = new Map<number, XMLHttpRequest>();

function update(id: number, patch: Partial<Sending>): void {
  list = list.map((item) => (item.id === id ? { ...item, ...patch } : item));
  for (const listener of listeners) listener();
}

/** Sends files of a customer one beside the other; sending survives a change of page. */
export function sendFiles(customer: string, files: readonly File[], onStored: (uploadId: string) => void): void {
  for (const file of files) {
    const id = next;
    next += 1;
    list = [...list, { id, name: file.name, bytes: file.size, sent: 0, state: "sending", uploadId: null, text: null }];
    send(id, customer, file, onStored);
  }
  for (const listener of listeners) listener();
}

/** Stops a file that is still being sent; nothing of it was kept. */
export function stopSending(id: number): void {
  requests.get(id)?.abort();
  forget(id);
}

/** Takes a line off the list. */
export function forget(id: number): void {
  requests.delete(id);
  list = list.filter((item) => item.id !== id);
  for (const listener of listeners) listener();
}

function send(id: number, customer: string, file: File, onStored: (uploadId: string) => void): void {
  const request = new XMLHttpRequest();
  requests.set(id, request);
  request.upload.onprogress = (event) => update(id, { sent: event.loaded });
  request.onerror = () => update(id, { state: "refused", text: "The connection broke. Nothing was kept. Send it again." });
  request.onload = () => {
    const answer = readAnswer(request.responseText);
    if (request.status < 300 && answer.id !== undefined) {
      onStored(answer.id);
      if (answer.isDuplicate) update(id, { state: "same", uploadId: answer.id, text: null });
      else forget(id);
    } else {
      update(id, { state: "refused", text: refusalText(answer) });
    }
  };
  const body = new FormData();
  body.append("file", file);
  request.open("POST", uploadAddress(customer));
  request.send(body);
}

type Answer = { id?: string; isDuplicate?: boolean; reason?: string; detail?: string; errors?: { detail: string }[] };

function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}

/** Calls back on every change, for useSyncExternalStore. */
export function subscribeSending(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The files being sent now. */
export function currentSending(): readonly Sending[] {
  return list;
}
