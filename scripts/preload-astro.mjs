/**
 * Loaded before tsx by commands that run Astro's development server: tsx would rewrite all of its code, and that of Vite,
 * which takes a fifth of the time to the first page. What Node has compiled of it once is not compiled again.
 */
import { enableCompileCache } from 'node:module';

enableCompileCache('.local/cache/compiled');

// Help is answered at once.
if (!process.argv.some((argument) => argument === '--help' || argument === '-h')) await import('astro');
