import type { Judged } from './judged';

const SIGNS: Readonly<Record<Judged['status'], string>> = { good: '+', bad: '!', unknown: '?' };

/**
 * What a test has shown, as text to be handed on. It names addresses, which are what it is about, and no user and
 * no credential.
 *
 * @param when as it shall be read
 * @param browser what calls itself so
 */
export function reportOf(found: readonly Judged[], when: string, browser: string): string {
	const lines = found.flatMap(({ status, says, todo }) => [
		`${SIGNS[status]} ${says.join('\n  ')}`,
		...(todo === null ? [] : [`  To do: ${todo}`])
	]);
	return [`STUN and TURN servers, tested ${when} in ${browser}`, '', ...lines, ''].join('\n');
}

/** All of it in one sentence. */
export function summaryOf(found: readonly Judged[]): string {
	const bad = found.filter(({ status }) => status === 'bad').length;
	const open = found.filter(({ status }) => status === 'unknown').length;
	if (bad > 0) return `${bad} of ${found.length} ${bad === 1 ? 'needs' : 'need'} you.`;
	return open > 0 ? `${open} of ${found.length} cannot be told.` : 'All is well.';
}
