import { Suspense, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Route, Switch, useLocation } from 'wouter';
import { formatsOf } from './i18n/languages.js';
import { Broken, NoSuchPage } from './parts/sorry.js';
import { useSettings } from './settings/settings.js';
import { lazyScreen } from './shell/lazy-screen.js';
import { Shell } from './shell/shell.js';
import { Announcer } from './ui/announcer.js';
import { ErrorBoundary } from './ui/error-boundary.js';
import { Toasts } from './ui/toasts.js';
import { Loading } from './ui/waiting.js';

const Lobby = lazyScreen(['doors'], async () => (await import('./screens/lobby/lobby-screen.js')).LobbyScreen);
const SearchPage = lazyScreen(['doors'], async () => (await import('./screens/lobby/search-screen.js')).SearchScreen);
const Code = lazyScreen(['doors'], async () => (await import('./screens/doors/code-screen.js')).CodeScreen);
const Join = lazyScreen(['doors'], async () => (await import('./screens/doors/join-screen.js')).JoinScreen);
const SignIn = lazyScreen(['doors'], async () => (await import('./screens/doors/sign-in-screen.js')).SignInScreen);
const Order = lazyScreen(['order'], async () => (await import('./screens/order/order-screen.js')).OrderScreen);
const SettingsPage = lazyScreen(['doors'], async () => {
  return (await import('./screens/settings/settings-screen.js')).SettingsScreen;
});
const Me = lazyScreen(['doors', 'panel', 'treatment'], async () => {
  return (await import('./screens/me/me-screen.js')).MeScreen;
});
const Claims = lazyScreen(['claims'], async () => (await import('./screens/me/claims/claims-screen.js')).ClaimsScreen);
const Panel = lazyScreen(['panel'], async () => (await import('./screens/panel/panel-screen.js')).PanelScreen);
const Desk = lazyScreen(['desk', 'panel', 'treatment'], async () => {
  return (await import('./screens/desk/desk-screen.js')).DeskScreen;
});
const Host = lazyScreen(['host', 'panel'], async () => (await import('./screens/host/host-screen.js')).HostScreen);
const Stage = lazyScreen(['stage'], async () => (await import('./screens/stage/stage-screen.js')).StageScreen);
const Replay = lazyScreen(['replay', 'panel'], async () => {
  return (await import('./screens/replay/replay-screen.js')).ReplayScreen;
});
const Report = lazyScreen(['report'], async () => (await import('./screens/report/report-screen.js')).ReportScreen);
const Reports = lazyScreen(['reports', 'report'], async () => {
  return (await import('./screens/reports/reports-screen.js')).ReportsScreen;
});

export function App() {
  const { language } = useSettings();
  const { t } = useTranslation();
  const [path] = useLocation();

  return (
    <I18nProvider locale={formatsOf(language, navigator.languages)}>
      <Shell isBare={/^\/panels\/[^/]+\/stage\/?$/.test(path)}>
        <Guarded key={path}>
          <Screens />
        </Guarded>
      </Shell>
      <Announcer />
      <Toasts closeLabel={t('close')} />
    </I18nProvider>
  );
}

function Screens() {
  return (
    <Switch>
      <Route path="/">
        <Lobby />
      </Route>
      <Route path="/forums/:slug">{({ slug }) => <Lobby slug={slug} />}</Route>
      <Route path="/forums/:slug/reports">{({ slug }) => <Reports slug={slug} />}</Route>
      <Route path="/search">
        <SearchPage />
      </Route>
      <Route path="/c/:code">{({ code }) => <Code code={code} />}</Route>
      <Route path="/join">
        <Join />
      </Route>
      <Route path="/sign-in">
        <SignIn />
      </Route>
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route path="/order">
        <Order />
      </Route>
      <Route path="/me">
        <Me />
      </Route>
      <Route path="/me/claims">
        <Claims />
      </Route>
      <Route path="/panels/:panelId">{({ panelId }) => <Panel panelId={panelId} />}</Route>
      <Route path="/panels/:panelId/desk">{({ panelId }) => <Desk panelId={panelId} />}</Route>
      <Route path="/panels/:panelId/host">{({ panelId }) => <Host panelId={panelId} />}</Route>
      <Route path="/panels/:panelId/stage">{({ panelId }) => <Stage panelId={panelId} />}</Route>
      <Route path="/panels/:panelId/replay">{({ panelId }) => <Replay panelId={panelId} />}</Route>
      <Route path="/panels/:panelId/report">{({ panelId }) => <Report panelId={panelId} />}</Route>
      <Route>
        <NoSuchPage />
      </Route>
    </Switch>
  );
}

/** A fault in one screen leaves the others standing. */
function Guarded({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <ErrorBoundary fallback={(error, retry) => <Broken error={error} retry={retry} />}>
      <Suspense fallback={<Loading label={t('loading')} />}>{children}</Suspense>
    </ErrorBoundary>
  );
}
