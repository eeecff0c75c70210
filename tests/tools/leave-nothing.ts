import { afterAll } from 'vitest';
import { collectGarbage } from './collect-garbage';

// The connections that a file of tests closed count against the next file until they are collected.
afterAll(collectGarbage);
