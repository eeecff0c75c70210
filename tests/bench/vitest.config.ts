import { defineConfig } from 'vitest/config';

/** Measurements are no tests: `npm run bench` runs them alone. */
export default defineConfig({
	test: { environment: 'node', include: ['tests/bench/*.bench.ts'] }
});
