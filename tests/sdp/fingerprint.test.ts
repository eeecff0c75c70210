import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/lib/sdp';
import { fingerprint } from '../pairs/session';

describe('a=fingerprint', () => {
	const line = annotate(`v=0\r\na=fingerprint:sha-256 ${fingerprint('1A')}\r\n`).lines[1]!;

	// RFC 8122, 5.1: “the endpoint MUST NOT establish the TLS connection”; why it differs is not known.
	it('says what follows from another certificate, and suspects nobody', () => {
		expect(line.problem).toBeNull();
		expect(line.explanation).toMatch(/with any other no connection is made\.$/);
		expect(line.explanation).not.toMatch(/in between/);
	});
});
