import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { startTexts } from './i18n/i18n.js';
import { applySettings, currentSettings, followOtherTabs } from './settings/settings.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/kit.css';
import './styles/shell.css';
import './styles/contribution.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the forum.');

applySettings();
followOtherTabs();
await startTexts(currentSettings().language);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
