/** Hands text to the reader as a file: the browser asks where, or puts it among the downloads. */
export function saveText(name: string, type: string, text: string): void {
  saveBlob(name, new Blob([text], { type }));
}

/** Some browsers begin to read a file only after the click: its address stays for a while. */
const ADDRESS_LIFE_MS = 60_000;

/** Hands any bytes to the reader as a file. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFE_MS);
}
