import { defineEvent, zId } from "@upstream/core";
import { z } from "zod";

const upload = z.strictObject({ uploadId: zId("upload") });

/** A file's bytes are stored; it waits to be read. */
export const uploadReceived = defineEvent("upload.received", upload);
/** A file's rows count in every figure from now on. */
export const uploadProcessed = defineEvent("upload.processed", upload);
/** A file was refused or could not be read; none of its rows counts. */
export const uploadFailed = defineEvent("upload.failed", upload);
/** A person stopped a file before its rows counted. */
export const uploadCancelled = defineEvent("upload.cancelled", upload);
/** A file was withdrawn; its rows left every figure. */
export const uploadVoided = defineEvent("upload.voided", upload);
