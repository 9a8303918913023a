import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

/** A host that serves files and nothing else: no header that isolates, no policy. */
export interface StaticHost extends AsyncDisposable {
  /** Of the folder, with a slash at the end. */
  readonly address: string;
}

/** Serves a folder under a path such as `/some/where/`; its files may change meanwhile. */
export async function startStaticHost(folder: string, path = "/"): Promise<StaticHost> {
  const serve = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const refuse = () => { response.writeHead(404).end(); };
    if (request.url?.startsWith(path) !== true) return refuse();
    request.url = `/${request.url.slice(path.length)}`;
    serve(request, response, refuse);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    [Symbol.asyncDispose]: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
