import { toast } from '../../ui/toasts.js';

/** Where the browser does not let us, the text is on the page to be copied by hand. */
export async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ id: 'copied', text: done, lasts: 3000 });
  } catch {
    const range = document.createRange();
    const shown = [...document.querySelectorAll('[data-copy]')].find((one) => one.textContent === text);
    if (shown) range.selectNodeContents(shown);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  }
}
