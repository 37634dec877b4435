import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import './styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the forum.');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
