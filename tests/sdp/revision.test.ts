import { describe, expect, it } from 'vitest';
import { diff, type SectionDiff } from '../../src/lib/sdp';
import { exchanges } from './exchanges';
import { fixture, FIXTURES } from './fixtures';

const between = (before: string, after: string) => diff(fixture(before), fixture(after));
const finding = (section: SectionDiff | undefined, about: string) =>
	section?.findings.find((found) => found.about === about);

/** An audio section to vary. */
const offer = (...lines: string[]) =>
	['o=john 1 1 IN IP4 0.0.0.0', 'm=audio 9 UDP/TLS/RTP/SAVPF 0 8', ...lines].join('\n');

describe('two versions of a description', () => {
	it.each(FIXTURES)('finds nothing between %s and itself', (name) => {
		const { relation, session, sections, summary } = between(name, name);
		expect(relation).toBe('revision');
		expect([...session, ...sections.flatMap(({ findings }) => findings)]).toEqual([]);
		expect(sections.every(({ outcome }) => outcome === 'same')).toBe(true);
		expect(summary).toBe('Nothing changed.');
	});

	it.each(['chromium', 'firefox'])('shows what gathering adds in %s', (browser) => {
		const { relation, sections } = between(`${browser}-offer-created`, `${browser}-offer-gathered`);
		expect(relation).toBe('revision');
		const added = sections.flatMap(({ findings }) => findings).filter((f) => f.verdict === 'added');
		expect(added.some(({ about }) => about === 'candidate')).toBe(true);
		expect(added.every(({ before, after }) => before === null && after !== null)).toBe(true);
	});

	it('names the word that changed inside a line', () => {
		const { sections } = between('chromium-offer-created', 'chromium-offer-gathered');
		expect(finding(sections[0], 'm')?.meaning).toMatch(/: port 9 became \d+\.$/);
	});

	it('does not care about the order of lines', () => {
		const before = offer('a=mid:0', 'a=rtcp-mux', 'a=ice-ufrag:abcd');
		const after = offer('a=ice-ufrag:abcd', 'a=mid:0', 'a=rtcp-mux');
		expect(diff(before, after).sections[0]?.outcome).toBe('same');
	});

	it('pairs repeated lines one by one', () => {
		const { sections } = diff(offer('a=x', 'a=x'), offer('a=x'));
		expect(sections[0]?.findings).toMatchObject([{ about: 'x', verdict: 'removed' }]);
	});

	it('follows a section by its mid', () => {
		const before =
			'o=- 1 1 IN IP4 0.0.0.0\nm=audio 9 RTP/AVP 0\na=mid:a\nm=video 9 RTP/AVP 31\na=mid:v';
		const after = 'o=- 1 2 IN IP4 0.0.0.0\nm=video 9 RTP/AVP 31\na=mid:v';
		expect(diff(before, after).sections.map(({ kind, outcome }) => [kind, outcome])).toEqual([
			['video', 'same'],
			['audio', 'removed']
		]);
	});
});

describe('what a later description may leave out', () => {
	const [first] = exchanges('jsep-7.2');
	const bundled = offer('a=mid:a').replace('o=', 'a=group:BUNDLE a b\no=');
	const other = (...lines: string[]) =>
		['m=audio 9 UDP/TLS/RTP/SAVPF 0', 'a=mid:b', ...lines].join('\n');

	it('is what the tagged section of the bundle says', () => {
		const setup = `${bundled}\na=setup:actpass\n`;
		const { sections } = diff(
			`${setup}${other('a=setup:actpass', 'a=sendonly')}`,
			`${setup}${other()}`,
			'revision'
		);
		expect(finding(sections[1], 'setup')).toMatchObject({
			verdict: 'removed',
			meaning:
				'No longer repeated here: section “a” says it for the whole bundle (RFC 9143, 7.1.3).'
		});
		expect(finding(sections[1], 'sendonly')?.meaning).toMatch(/^Removed: /);
	});

	it('is no section', () => {
		const { sections } = diff(`${bundled}\n${other()}`, bundled, 'revision');
		expect(sections[1]?.summary).toBe(
			'This audio section was removed: it may be stopped with port 0, but never taken away (RFC 3264, 8).'
		);
	});

	it('is a section whose place another one takes', () => {
		const stopped = other().replace(' 9 ', ' 0 ');
		const { sections } = diff(
			`${bundled}\n${stopped}`,
			`${bundled}\n${other().replace('mid:b', 'mid:c')}`,
			'revision'
		);
		expect(sections.map(({ outcome }) => outcome)).toEqual(['same', 'added', 'removed']);
		expect(sections[2]?.summary).toMatch(/had been stopped, and a new one took its place/);
	});

	it('says that a settled DTLS role stays', () => {
		const { sections } = diff(offer('a=setup:active'), offer('a=setup:passive'));
		expect(finding(sections[0], 'setup')?.meaning).toMatch(
			/role active became passive\. The roles of a DTLS association may not change/
		);
		// An answerer that offers later leaves the role open again, as it must.
		const { sections: renewed } = diff(first!.answer, exchanges('jsep-7.2')[1]!.offer);
		expect(finding(renewed[0], 'setup')?.meaning).toMatch(/role active became actpass\.$/);
	});
});
