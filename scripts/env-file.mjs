/** Takes variables from the file `.env`, where there is one; what is set already stays. Loaded before a command. */
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

// Node’s own flag for this says in the terminal that there is no file, which no one who has none needs to know.
if (existsSync('.env')) loadEnvFile('.env');
