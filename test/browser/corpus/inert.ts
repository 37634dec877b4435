import type { Page } from 'playwright-core';

/** Nothing of this is drawn by the forum itself, inside what it draws. */
const ACTING = [
  ...['script', 'iframe', 'frame', 'object', 'embed', 'base', 'meta', 'link', 'style', 'video', 'audio', 'math'],
  ...['noscript', 'template', 'xmp', 'mglyph', '[onerror]', '[onload]', '[ontoggle]', '[onmouseover]', '[srcdoc]'],
  'img:not([src="/icon.svg"])',
  'svg:not(.lucide, .qr, .swatch, .bars, .mark, .density *, [aria-hidden])',
  ...['javascript:', 'data:', 'vbscript:', 'file:', 'tel:', 'java'].map((scheme) => `a[href^="${scheme}" i]`),
  ...['evil.example', 'xn--n-7sba', 'un.org'].map((host) => `[href*="${host}"], [src*="${host}"], [action*="${host}"]`),
].join(', ');

/** Watches from the first moment on, so that nothing may act for a moment either. */
export function watchInert(page: Page): Promise<unknown> {
  return page.addInitScript({
    content: `
      globalThis.acted = [];
      const acting = ${JSON.stringify(ACTING)};
      const see = (node) => {
        if (!(node instanceof Element) || !node.closest('#root, body > :not(script, noscript)')) return;
        for (const one of [node, ...node.querySelectorAll('*')]) if (one.matches(acting)) acted.push(one.outerHTML.slice(0, 120));
      };
      new MutationObserver((changes) => {
        for (const { addedNodes, target, type } of changes) type === 'childList' ? addedNodes.forEach(see) : see(target);
      }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['href', 'src', 'srcdoc'] });
    `,
  });
}

/** What acted on this page so far, and how much wider than the screen it is; nothing is nothing. */
export function actedOn(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`[
    ...new Set(acted),
    ...(document.documentElement.scrollWidth > innerWidth
      ? ['wider than the screen by ' + (document.documentElement.scrollWidth - innerWidth) + ' at ' + location.pathname]
      : []),
  ]`);
}
