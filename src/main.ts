import 'reflect-metadata';
import { optionsIn } from './app/options.js';
import { leave, serve } from './app/serve.js';

try {
  await serve(optionsIn(process.argv.slice(2)));
} catch (error) {
  leave(error instanceof Error ? error.message : String(error));
}
