import { css, type LitElement } from "lit";

/** A dialog over the page, with a head that holds its title and the button that closes it. */
export const dialogStyles = css`
  dialog { padding: 20px; border: 1px solid var(--tau-line); border-radius: 12px; background: var(--tau-panel); color: var(--tau-text); }
  dialog::backdrop { background: rgb(0 0 0 / 40%); }
  .head { display: flex; justify-content: space-between; align-items: center; gap: 12px; }
  .head h2 { font-size: 1.0625rem; color: var(--tau-text); letter-spacing: 0; }
  @media print { dialog { display: none; } }
`;

function dialogOf(element: LitElement): HTMLDialogElement | null {
  return element.renderRoot.querySelector("dialog");
}

/** Shows an element's dialog, drawn anew; it closes by its button, or by Escape, and gives the focus back. */
export function showDialog(element: LitElement): void {
  const dialog = dialogOf(element);
  if (dialog === null || dialog.open) return;
  dialog.showModal();
  element.requestUpdate();
}

/** Whether drawing an element anew would be seen: the explorer tells of every change, and a closed dialog shows none. */
export function isDialogSeen(element: LitElement): boolean {
  return dialogOf(element)?.open !== false;
}
