import { Agent, get } from "node:http";

export type Call = { url: string; headers: Record<string, string> };

/** One GET over a kept-alive connection; answers with the body. */
export function fetchText(agent: Agent, { url, headers }: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (body += part));
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(body);
        else reject(new Error(`GET ${new URL(url).pathname} answered ${response.statusCode}`));
      });
    }).on("error", reject);
  });
}

/** Sends `count` requests over `connections` connections, each as soon as its last one was answered; the calls take turns. */
export async function closedLoop(calls: readonly Call[], load: { count: number; connections: number }): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  let sent = 0;
  const worker = async () => {
    while (sent < load.count) {
      const call = calls[sent % calls.length] as Call;
      sent += 1;
      await fetchText(agent, call);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, worker));
  agent.destroy();
}
