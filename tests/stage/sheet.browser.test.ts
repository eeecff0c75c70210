import { createRawSnippet, flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import Sheet from '../../src/lib/ui/stage/Sheet.svelte';

afterEach(() => document.body.replaceChildren());

it('a sheet that is closed gives the focus back to where it was', async () => {
	const button = document.createElement('button');
	document.body.append(button);
	button.focus();
	const sheet = mount(Sheet, {
		target: document.body,
		props: {
			label: 'Keys',
			onclose: () => {},
			children: createRawSnippet(() => ({ render: () => '<p>These keys</p>' }))
		}
	});
	flushSync();
	expect(document.activeElement?.localName).toBe('dialog');
	await unmount(sheet);
	expect(document.activeElement).toBe(button);
});
