import { expect, it } from 'vitest';
import { lackHere } from '../../src/lib/rtc/lack';

/** What the lessons say that they need of the browser, as their folders have it. */
const files = import.meta.glob<string>('../../content/*/lesson.yaml', {
	query: '?raw',
	import: 'default',
	eager: true
});
const PATH = /\bRTC\w+(?:\.\w+)*/g;

it.each(Object.entries(files))('%s needs nothing that this browser lacks', (_, text) => {
	const browser = [...text.matchAll(PATH)].map(([path]) => path);
	expect(lackHere({ browser, servers: [] })).toBeNull();
});

it('some of them need more than a connection', () => {
	expect(Object.values(files).filter((text) => /^needs:/m.test(text)).length).toBeGreaterThan(3);
});
