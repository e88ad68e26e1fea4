import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Line {
  readonly port: number;
  close(): void;
}

/** Passes a chunk on after `seconds`, to a tenth of a millisecond: timers alone know only whole ones. */
function pass(chunk: Buffer, to: Socket, seconds: number): void {
  const due = performance.now() + seconds * 1000;
  const wait = () => {
    const left = due - performance.now();
    if (left <= 0.05) to.write(chunk);
    else if (left > 2) setTimeout(wait, left - 1.5);
    else setImmediate(wait);
  };
  wait();
}

/** A line to `target` on loopback that takes half of `roundTrip` seconds each way. */
export function slowLine(target: number, roundTrip: number): Promise<Line> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1').setNoDelay();
    near.setNoDelay();
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => pass(chunk, to, roundTrip / 2));
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close() {
          for (const socket of sockets) socket.destroy();
          server.close();
        },
      }),
    );
  });
}
