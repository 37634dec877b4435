import { lazy, type ComponentType } from 'react';
import { loadTexts } from '../i18n/i18n.js';

/** A screen’s code and its texts, fetched together when somebody first goes there. */
export function lazyScreen<P extends object>(
  namespaces: readonly string[],
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  return lazy(async () => {
    const [screen] = await Promise.all([load(), loadTexts(namespaces)]);
    return { default: screen };
  });
}
