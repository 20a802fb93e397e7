import { connect, createServer, type Server, type Socket } from "node:net";

/** What the wire does to a connection. */
export interface WireFault {
  readonly action: "cut" | "stall";
  readonly direction: "download" | "upload";
  /** Bytes of the connection that still get through. */
  readonly after: number;
  /** How many connections it happens to. */
  times: number;
}

export interface Proxy {
  readonly port: number;
  /** What happens to connections made from now on; applied in order, each as often as it says. */
  readonly faults: WireFault[];
  stop(): Promise<void>;
}

/** A TCP proxy in front of the blob service that can cut or stall a connection in the middle of a blob. */
export async function startProxy(targetPort: number): Promise<Proxy> {
  const faults: WireFault[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(targetPort, "127.0.0.1");
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => {}); // The other side hears of it by the close.
    }
    client.on("close", () => target.destroy());
    target.on("close", () => client.destroy());
    forward(client, target, () => faults.find((fault) => fault.direction === "upload" && fault.times > 0));
    forward(target, client, () => faults.find((fault) => fault.direction === "download" && fault.times > 0));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: portOf(server),
    faults,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(from: Socket, to: Socket, fault: () => WireFault | undefined): void {
  let passed = 0;
  from.on("data", (chunk) => {
    const hit = fault();
    if (hit !== undefined && passed + chunk.length > hit.after) {
      hit.times -= 1;
      to.write(chunk.subarray(0, Math.max(0, hit.after - passed)));
      if (hit.action === "stall") from.pause();
      else setImmediate(() => to.destroy());
      from.removeAllListeners("data");
      return;
    }
    passed += chunk.length;
    if (!to.write(chunk)) {
      from.pause();
      to.once("drain", () => from.resume());
    }
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on TCP");
  return address.port;
}
