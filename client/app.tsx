import { Link, usePath } from './router.js';
import { JoinScreen } from './screens/join-screen.js';
import { LobbyScreen } from './screens/lobby-screen.js';
import { PanelScreen } from './screens/panel-screen.js';

export function App() {
  const path = usePath();

  return (
    <>
      <header className="top">
        <Link to="/" className="home">
          Kurultai
        </Link>
      </header>
      <main>
        <Screen path={path} />
      </main>
    </>
  );
}

function Screen({ path }: { readonly path: string }) {
  const panelId = /^\/panels\/([^/]+)$/.exec(path)?.[1];
  if (panelId) return <PanelScreen key={panelId} panelId={decodeURIComponent(panelId)} />;
  if (path === '/join') return <JoinScreen />;
  if (path === '/') return <LobbyScreen />;

  return (
    <section className="page">
      <h1>There is no such page</h1>
      <p>
        <Link to="/">See the panels</Link>
      </p>
    </section>
  );
}
