import type { ready } from "h5wasm";
import { SparseFile } from "./sparse-file.ts";

/** HDF5 as WebAssembly; its package names the type nowhere else. */
export type H5Module = Awaited<typeof ready>;

const FOLDER = "/tauscape";
const MODE_FOLDER = 0o40777;
const NO_SUCH_FILE = 44;
const SEEK_FROM_HERE = 1;
const SEEK_FROM_END = 2;
const STDERR = 2;
const EPOCH = new Date(0);

/** The part of Emscripten's file system that its published types leave out or describe otherwise. */
interface Node {
  readonly id: number;
  readonly mode: number;
  node_ops: object;
  stream_ops: object;
}
interface Stream {
  readonly position: number;
  stream_ops: object;
}
interface FileSystem {
  readonly ErrnoError: new (code: number) => Error;
  isDir(mode: number): boolean;
  createNode(parent: Node | null, name: string, mode: number, device: number): Node;
  mkdir(path: string): void;
  rmdir(path: string): void;
  mount(type: { mount(): Node }, options: object, path: string): void;
  unmount(path: string): void;
  getStream(descriptor: number): Stream;
}

/**
 * Runs `step` with the path of a new file that lies in a {@link SparseFile}. Meanwhile the library's clock stands still, so that equal
 * sweeps give equal bytes, and it prints nothing. `step` must not wait.
 */
export function withSparseFile<T>(library: H5Module, step: (path: string, file: SparseFile) => T): T {
  const fs = library.FS as unknown as FileSystem;
  const file = new SparseFile();
  fs.mkdir(FOLDER);
  fs.mount({ mount: () => sparseRoot(fs, file) }, {}, FOLDER);
  const stderr = fs.getStream(STDERR);
  const { stream_ops: loud } = stderr;
  const { now } = Date;
  stderr.stream_ops = { ...loud, write: (_stream: Stream, _buffer: Uint8Array, _offset: number, length: number) => length };
  Date.now = () => 0;
  try {
    return step(`${FOLDER}/sweep.nc`, file);
  } finally {
    Date.now = now;
    stderr.stream_ops = loud;
    fs.unmount(FOLDER);
    fs.rmdir(FOLDER);
  }
}

/** The root of a file system with a single file. */
function sparseRoot(fs: FileSystem, file: SparseFile): Node {
  const nodeOperations = {
    getattr: ({ id, mode }: Node) => ({
      dev: 1, ino: id, mode, nlink: 1, uid: 0, gid: 0, rdev: 0, size: fs.isDir(mode) ? 0 : file.size,
      atime: EPOCH, mtime: EPOCH, ctime: EPOCH, blksize: 4096, blocks: 0,
    }),
    setattr: (_node: Node, { size }: { readonly size?: number }) => {
      if (size !== undefined) file.size = size;
    },
    lookup: () => {
      throw new fs.ErrnoError(NO_SUCH_FILE);
    },
    mknod: (parent: Node, name: string, mode: number, device: number) => node(parent, name, mode, device),
  };
  const streamOperations = {
    llseek: ({ position }: Stream, offset: number, whence: number) =>
      offset + (whence === SEEK_FROM_HERE ? position : whence === SEEK_FROM_END ? file.size : 0),
    read: (_stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number) =>
      file.read(bytesAt(buffer, offset, length), position),
    write: (_stream: Stream, buffer: Uint8Array, offset: number, length: number, position: number) => {
      file.write(bytesAt(buffer, offset, length), position);
      return length;
    },
  };
  const node = (parent: Node | null, name: string, mode: number, device: number): Node =>
    Object.assign(fs.createNode(parent, name, mode, device), { node_ops: nodeOperations, stream_ops: streamOperations });
  return node(null, "/", MODE_FOLDER, 0);
}

/** Emscripten hands over its memory as signed bytes. */
function bytesAt(memory: Uint8Array | Int8Array, offset: number, length: number): Uint8Array {
  return new Uint8Array(memory.buffer, memory.byteOffset + offset, length);
}
