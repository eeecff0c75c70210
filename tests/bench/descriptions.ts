import { readFileSync, readdirSync } from 'node:fs';

const FIXTURES = new URL('../sdp/fixtures/', import.meta.url);

/** The descriptions that the tests of the reader have. */
export const inputs = readdirSync(FIXTURES)
	.filter((name) => name.endsWith('.sdp'))
	.map((name) => ({ name, text: readFileSync(new URL(name, FIXTURES), 'utf8') }));

/** A description of many lines, as a conference server with a hundred participants writes it. */
export function conference(lines: number): string {
	const [head = '', ...sections] = (
		inputs.find(({ name }) => name.startsWith('chromium'))?.text ?? ''
	)
		.replaceAll('\r\n', '\n')
		.split(/(?=^m=)/m);
	let text = head;
	for (let count = head.split('\n').length, mid = 0; count < lines; mid++) {
		const section = (sections[mid % sections.length] ?? '').replace(/^a=mid:.*$/m, `a=mid:${mid}`);
		text += section;
		count += section.split('\n').length - 1;
	}
	return text.replaceAll('\n', '\r\n');
}
