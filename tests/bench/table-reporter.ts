import type { Reporter, TestModule } from 'vitest/node';
import { drawn } from './table.ts';

/** Prints, when everything was measured, what was found as one table. */
export default class TableReporter implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const rows = modules.flatMap((module) =>
			[...module.children.allTests()].flatMap((test) => test.meta().rows ?? [])
		);
		if (rows.length > 0) console.log(`\n${drawn(rows)}\n`);
	}
}
