/** What this browser keeps for the forum, whoever it is of, besides the settings. */
export interface KeptHere {
  readonly drafts: number;
}

const SETTINGS = 'settings';
const DATABASE = 'kurultai';
const CLOSING_MS = 2000;

export function keptHere(): KeptHere {
  return { drafts: keys().filter((key) => key.startsWith('draft/')).length };
}

/** Drafts, reading marks and unsent messages, of everybody who used this browser. Load the page anew afterwards. */
export async function forgetHere(): Promise<void> {
  for (const key of keys()) if (key !== SETTINGS) localStorage.removeItem(key);
  try {
    sessionStorage.clear();
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
  await new Promise<void>((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(DATABASE);
      request.onsuccess = request.onerror = () => resolve();
    } catch {
      resolve();
    }
    setTimeout(resolve, CLOSING_MS);
  });
}

function keys(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}
