import { container } from "../../../server/container";

function handler(request: Request): Promise<Response> {
  return container().serveWorkflows(request);
}

export { handler as GET, handler as POST, handler as PUT };
