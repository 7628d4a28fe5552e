export { createWorkflows } from "./create-workflows.ts";
export type { DriverChoice, Workflows } from "./create-workflows.ts";
export type { FunctionLoad } from "./embedded/read-jobs.ts";
export type { WorkflowDeps } from "./workflow-deps.ts";
