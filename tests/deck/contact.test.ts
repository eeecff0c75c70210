import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { contactAddress, contactText, isContact } from '../../src/lib/deck/contact';
import Contact from '../../src/lib/ui/slide/Contact.svelte';

describe('a contact', () => {
	it.each([
		['ada@example.org', 'mailto:ada@example.org', 'ada@example.org'],
		['ada+talk@mail.example.org', 'mailto:ada+talk@mail.example.org', 'ada+talk@mail.example.org'],
		['a?subject=x@example.org', 'mailto:a%3Fsubject=x@example.org', 'a?subject=x@example.org'],
		['https://example.org/ada', 'https://example.org/ada', 'example.org/ada'],
		['https://example.org/', 'https://example.org/', 'example.org']
	])('%s leads to %s, and is shown as %s', (contact, address, text) => {
		expect(isContact(contact)).toBe(true);
		expect(contactAddress(contact)).toBe(address);
		expect(contactText(contact)).toBe(text);
	});

	it.each([
		...['Ada', 'ada@', '@example.org', 'ada@example', 'a b@example.org', 'example.org/ada'],
		...['http://example.org', 'javascript:alert(1)', 'https://', 'https://example.org/a b', '']
	])('is not “%s”', (value) => {
		expect(isContact(value)).toBe(false);
	});
});

describe('who gave the talk', () => {
	const textOf = (props: { speaker: string | null; contact: string[] }) =>
		render(Contact, { props }).body.replace(/<!--.*?-->/g, '');

	it('is said with links to where they are reached', () => {
		const html = textOf({
			speaker: 'Ada Lovelace',
			contact: ['ada@example.org', 'https://example.org/ada']
		});
		expect(html.replace(/<[^>]+>/g, '')).toMatch(
			/Ada Lovelace\s*ada@example\.org\s*example\.org\/ada/
		);
		expect(html).toContain('href="mailto:ada@example.org"');
		expect(html).toContain('href="https://example.org/ada"');
	});

	it('is not said where nobody is named', () => {
		expect(textOf({ speaker: null, contact: ['ada@example.org'] })).toContain('ada@example.org');
	});

	it('is left out where a talk gives no contact', () => {
		expect(textOf({ speaker: 'Ada Lovelace', contact: [] }).trim()).toBe('');
	});
});
