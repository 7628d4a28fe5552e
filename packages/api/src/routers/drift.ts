import { pageOf } from "@upstream/core";
import {
  getDriftEvent,
  getDriftRun,
  listDriftEvents,
  listDriftRuns,
  listEventClaims,
  listEventSeries,
  listSegments,
  requestDriftRun,
} from "@upstream/drift";
import {
  driftEventDetailDto,
  driftEventDto,
  driftRunDetailDto,
  driftRunDto,
  driftRunRequestDto,
  eventClaimsDto,
  eventSeriesDto,
  getDriftEventInput,
  getDriftRunInput,
  listDriftEventsInput,
  listDriftRunsInput,
  listEventClaimsInput,
  listEventSeriesInput,
  listSegmentsInput,
  requestDriftRunInput,
  segmentMapDto,
} from "@upstream/drift/schemas";
import { rest } from "../meta.ts";
import { customerProcedure } from "../procedures.ts";
import { router } from "../trpc.ts";

export const driftRouter = router({
  requestRun: customerProcedure
    .meta(rest("POST", "/drift/runs", { permission: "drift:write", summary: "Ask for a run on all data, in the background", status: 202 }))
    .input(requestDriftRunInput)
    .output(driftRunRequestDto)
    .mutation(({ ctx, input }) => requestDriftRun(ctx, input)),
  listRuns: customerProcedure
    .meta(rest("GET", "/drift/runs", { permission: "drift:read", summary: "List drift runs" }))
    .input(listDriftRunsInput)
    .output(pageOf(driftRunDto))
    .query(({ ctx, input }) => listDriftRuns(ctx, input)),
  getRun: customerProcedure
    .meta(rest("GET", "/drift/runs/{runId}", { permission: "drift:read", summary: "Get a drift run with the uploads it read" }))
    .input(getDriftRunInput)
    .output(driftRunDetailDto)
    .query(({ ctx, input }) => getDriftRun(ctx, input)),
  listEvents: customerProcedure
    .meta(rest("GET", "/drift/events", { permission: "drift:read", summary: "List changes of payer behaviour" }))
    .input(listDriftEventsInput)
    .output(pageOf(driftEventDto))
    .query(({ ctx, input }) => listDriftEvents(ctx, input)),
  activeEvents: customerProcedure
    .meta(rest("GET", "/drift/events/active", { permission: "drift:read", summary: "List the changes that are under way" }))
    .input(listDriftEventsInput.omit({ isOpen: true }))
    .output(pageOf(driftEventDto))
    .query(({ ctx, input }) => listDriftEvents(ctx, { ...input, isOpen: true })),
  getEvent: customerProcedure
    .meta(rest("GET", "/drift/events/{driftEventId}", { permission: "drift:read", summary: "Get a change with its evidence and life" }))
    .input(getDriftEventInput)
    .output(driftEventDetailDto)
    .query(({ ctx, input }) => getDriftEvent(ctx, input)),
  eventClaims: customerProcedure
    .meta(
      rest("GET", "/drift/events/{driftEventId}/claims", {
        permission: "claims:read",
        summary: "List the claims behind a change, the dearest first",
      }),
    )
    .input(listEventClaimsInput)
    .output(eventClaimsDto)
    .query(({ ctx, input }) => listEventClaims(ctx, input)),
  eventSeries: customerProcedure
    .meta(rest("GET", "/drift/events/series", { permission: "drift:read", summary: "The weeks of up to 50 changes" }))
    .input(listEventSeriesInput)
    .output(eventSeriesDto)
    .query(({ ctx, input }) => listEventSeries(ctx, input)),
  segments: customerProcedure
    .meta(rest("GET", "/drift/segments", { permission: "drift:read", summary: "Every payer and group of one signal: the heat map" }))
    .input(listSegmentsInput)
    .output(segmentMapDto)
    .query(({ ctx, input }) => listSegments(ctx, input)),
});
