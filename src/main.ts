import 'reflect-metadata';
import { optionsIn } from './app/options.js';
import { serve } from './app/serve.js';

await serve(optionsIn(process.argv.slice(2)));
