import { container } from "../../../../server/container";

function handler(request: Request): Promise<Response> {
  return container().handleTrpc(request);
}

export { handler as GET, handler as POST };
