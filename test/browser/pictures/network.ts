import type { Page, WebSocketRoute } from 'playwright-core';

/** Takes a page’s network away: the device’s, or the forum’s at the other end. Going offline alone leaves open sockets be. */
export async function cutOff(page: Page, whose: 'device' | 'forum'): Promise<() => Promise<void>> {
  let isCut = false;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (isCut) return void socket.close();
    socket.connectToServer();
    open.add(socket);
  });
  await page.reload();
  await page.locator('[data-connection="live"]').first().waitFor({ state: 'attached' });
  // What a page fetches when it is quiet, so that it can do without later.
  await page.waitForTimeout(3_000);

  isCut = true;
  if (whose === 'device') await page.context().setOffline(true);
  else await page.route(/\/socket\.io\/|\/api\//, (route) => route.abort());
  for (const socket of open) await socket.close();
  return async () => {
    isCut = false;
    await page.context().setOffline(false);
    await page.unroute(/\/socket\.io\/|\/api\//);
  };
}
