import { refuse } from "@upstream/api";
import type { ProblemCode } from "@upstream/api";
import type { Duplex } from "node:stream";
import { STATUS_CODES } from "node:http";

const codes: Record<string, ProblemCode> = { HPE_HEADER_OVERFLOW: "headers-too-large", ERR_HTTP_REQUEST_TIMEOUT: "timeout" };

/** Answers bytes that are no HTTP request, the way every other refusal is answered, and hangs up. */
export async function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): Promise<void> {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const response = refuse(codes[error.code ?? ""] ?? "malformed");
  const body = await response.text();
  const headers = [...response.headers, ["content-length", String(Buffer.byteLength(body))], ["connection", "close"]];
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${response.status} ${STATUS_CODES[response.status]}`, ...lines, "", body].join("\r\n"));
}
