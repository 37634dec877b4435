const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PARTS = { slug: '[a-z0-9-]{1,64}', code: '[^/]{1,64}', id: ID } as const;

/** Every page that people can go to, by the patterns of their addresses. */
export const PAGES = {
  lobby: '/',
  forum: '/forums/:slug',
  forumReports: '/forums/:slug/reports',
  join: '/join',
  signIn: '/sign-in',
  settings: '/settings',
  me: '/me',
  claims: '/me/claims',
  search: '/search',
  order: '/order',
  code: '/c/:code',
  panel: '/panels/:id',
  desk: '/panels/:id/desk',
  host: '/panels/:id/host',
  stage: '/panels/:id/stage',
  replay: '/panels/:id/replay',
  report: '/panels/:id/report',
} as const;

type Page = keyof typeof PAGES;

const MATCHERS = (Object.entries(PAGES) as [Page, string][]).map(
  ([page, pattern]) => [page, matcherOf(pattern)] as const,
);

/** The page at an address (the path of it, as the browser sends it), with or without a slash behind; null where there is none. */
export function pageAt(path: string): Page | null {
  return MATCHERS.find(([, matcher]) => matcher.test(path))?.[0] ?? null;
}

function matcherOf(pattern: string): RegExp {
  const parts = pattern.replace(/:(slug|code|id)/g, (_, part: keyof typeof PARTS) => PARTS[part]);
  return new RegExp(`^${parts === '/' ? '' : parts}/?$`);
}
