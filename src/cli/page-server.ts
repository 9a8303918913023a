import { createServer, type Server, type ServerResponse } from "node:http";
import sirv from "sirv";
import { CONTENT_POLICY, ISOLATION_HEADERS } from "../site/page-policy.ts";
import { systemCode } from "./command-error.ts";

/** Isolation gives the page SharedArrayBuffer; the rest keeps a browser from guessing and leaking. */
const HEADERS: readonly (readonly [string, string])[] = [
  ...Object.entries(ISOLATION_HEADERS),
  ["Cross-Origin-Resource-Policy", "same-origin"],
  ["Content-Security-Policy", CONTENT_POLICY],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
];
/** The build names these by their content, so they never change. */
const HASHED_FOLDER = "/assets/";
const FOREVER = "public, max-age=31536000, immutable";

/** A running server of the page. */
export interface PageServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the built page from `folder`.
 * @param ports tried in order; the first that is free is taken, 0 takes any
 * @throws the system's error when none can be listened on
 */
export async function servePage(folder: string, host: string, ports: readonly number[]): Promise<PageServer> {
  const serveFile = sirv(folder, { etag: true, dev: true, setHeaders: setCaching });
  const server = createServer((request, response) => {
    for (const [name, value] of HEADERS) response.setHeader(name, value);
    if (request.method === "GET" || request.method === "HEAD") serveFile(request, response, () => { refuse(response, 404, "Not Found"); });
    else refuse(response, 405, "Method Not Allowed");
  });
  const port = await listenOnFirstFree(server, host, ports);
  return {
    port,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

function setCaching(response: ServerResponse, path: string): void {
  if (path.startsWith(HASHED_FOLDER)) response.setHeader("Cache-Control", FOREVER);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain;charset=utf-8" }).end(`${text}\n`);
}

async function listenOnFirstFree(server: Server, host: string, ports: readonly number[]): Promise<number> {
  let last: unknown;
  for (const port of ports) {
    try {
      return await listen(server, host, port);
    } catch (error) {
      if (systemCode(error) !== "EADDRINUSE") throw error;
      last = error;
    }
  }
  throw last;
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
