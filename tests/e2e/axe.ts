import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds, as lines to read. */
export async function findings(page: Page): Promise<string[]> {
	// axe brings its own copy of Playwright's types.
	const { violations } = await new AxeBuilder({ page: page as never }).analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(
			(node) => `${id}: ${node.target.join(' ')}, ${(node.any[0] ?? node.all[0])?.message ?? ''}`
		)
	);
}
